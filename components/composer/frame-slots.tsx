import { IconButton } from '@/components/ui/icon-button'
import { useI18n } from '@/lib/client/i18n'
import { effectiveRatio } from '@/lib/models/capabilities'
import { useModel, useValue } from './composer-context'
import { FrameSlot } from './frame-slot'
import { useReferences } from './use-references'

/** The opening and the closing picture, in the chosen ratio. */
export function FrameSlots() {
  const { t } = useI18n()
  const model = useModel()
  const ratio = effectiveRatio({ ratio: useValue('ratio') }, model)
  const { swapFrames } = useReferences()
  const { first_alone, last_alone } = model.frames
  const need = first_alone[0] !== true ? 'both' : last_alone[0] === true ? 'any' : 'first'
  const label = t('composer.frames.label')

  return (
    <section aria-label={label}>
      <header className="mb-2 flex items-center justify-between gap-3">
        <p className="font-medium text-ink-soft">{label}</p>
        <span className="text-xs text-ink-faint">
          {t(`composer.frames.need.${need}`, { line: t(`composer.line.${model.line}.name`) })}
        </span>
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)_28px_minmax(0,1fr)] grid-rows-[auto_auto] gap-x-2">
        <FrameSlot field="first_image" ratio={ratio} />
        <IconButton
          icon="arrow-left-right"
          label={t('composer.frames.swap')}
          tip="above"
          onClick={swapFrames}
          className="size-7 self-center rounded-full"
        />
        <FrameSlot field="last_image" ratio={ratio} />
      </div>
    </section>
  )
}
