import { Icon } from '@/components/ui/icon'
import { Popover } from '@/components/ui/popover'
import { useI18n } from '@/lib/client/i18n'
import { useComposer, useModel } from './composer-context'
import { resolutionSpan, secondsSpan } from './model-facts'
import { parts } from './parts'
import { usePriceFact } from './price-fact'

// Beside the button on a desk; the whole screen below the top bar where there is no room beside it.
const pickerBox =
  'w-[min(840px,calc(100vw-100px))] overflow-hidden rounded-xl border max-desk:!inset-x-0 max-desk:!top-13 max-desk:!bottom-0 max-desk:h-[calc(100dvh-52px)] max-desk:w-full max-desk:max-w-none max-desk:rounded-none max-desk:border-0'

/** The chosen model with its telling facts; opens the picker. */
export function ModelButton() {
  const { t } = useI18n()
  const { config } = useComposer()
  const model = useModel()
  const facts = [
    t(`composer.line.${model.line}.name`),
    resolutionSpan(model),
    secondsSpan(model, config.settings, t),
    usePriceFact(model),
  ]

  return (
    <Popover
      role="dialog"
      label={t('composer.picker.label')}
      className={pickerBox}
      trigger={(props) => (
        <button
          {...props}
          type="button"
          aria-haspopup="dialog"
          data-model={model.id}
          className="flex min-h-14 w-full items-center justify-between gap-3 rounded-lg border bg-raised py-2 ps-3.5 pe-3 text-start hover:border-line-strong aria-expanded:border-line-strong aria-expanded:bg-hover"
        >
          <span className="grid min-w-0 gap-0.5">
            <span className="truncate font-mono text-lg leading-5 font-medium tracking-[-0.01em]">
              {model.id}
            </span>
            <span className="truncate text-xs text-ink-faint">
              {facts.filter((fact) => fact !== null).join(' · ')}
            </span>
          </span>
          <Icon name="chevrons-up-down" className="text-ink-faint" />
        </button>
      )}
    >
      {(id) => <Picker popoverId={id} />}
    </Popover>
  )
}

function Picker({ popoverId }: { popoverId: string }) {
  const part = parts.picker.use()
  return part && <part.ModelPicker popoverId={popoverId} />
}
