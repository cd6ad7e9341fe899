import { useId } from 'react'
import { useI18n } from '@/lib/client/i18n'
import { effectiveRatio } from '@/lib/models/capabilities'
import { useComposer, useModel, useValue } from './composer-context'
import { FieldRow } from './field-row'
import { Problem } from './problem'
import { RatioFrame } from './ratio-frame'
import { useProblem } from './use-problem'

export function RatioField() {
  const { form } = useComposer()
  const { t } = useI18n()
  const model = useModel()
  const ratio = useValue('ratio')
  const problem = useProblem('ratio')
  const id = useId()
  const chosen = effectiveRatio({ ratio }, model)

  return (
    <FieldRow
      labelId={`${id}label`}
      label={t('composer.output.ratio')}
      field="ratio"
      problem={problem && <Problem id={`${id}problem`} {...problem} />}
    >
      <div
        role="radiogroup"
        aria-labelledby={`${id}label`}
        aria-describedby={problem && `${id}problem`}
        className="-mx-1 flex gap-0.5"
      >
        {model.ratio.values.map((value) => (
          <label
            key={value}
            className="relative grid max-w-14 min-w-0 flex-1 justify-items-center gap-1 rounded-md pt-1.5 pb-1.25 text-xs leading-3.5 text-ink-faint hover:text-ink has-checked:bg-hover has-checked:font-medium has-checked:text-ink"
          >
            <input
              type="radio"
              name={`${id}ratio`}
              value={value}
              checked={value === chosen}
              onChange={() => form.setValue('ratio', value, { shouldValidate: true })}
              className="peer absolute inset-0 m-0 cursor-pointer opacity-0"
            />
            <RatioFrame
              ratio={value}
              className="rounded-[3px] outline-offset-1 outline-ring peer-checked:fill-current/16 peer-focus-visible:outline-2"
            />
            <span>{value === 'Adaptive' ? t('composer.output.auto') : value}</span>
          </label>
        ))}
      </div>
    </FieldRow>
  )
}
