import { useId, useState } from 'react'
import { useI18n } from '@/lib/client/i18n'
import { durationRange } from '@/lib/models/capabilities'
import { useComposer, useModel, useValue } from './composer-context'
import { FieldRow } from './field-row'
import { Problem } from './problem'
import { Slider } from './slider'
import { useProblem } from './use-problem'

export function SecondsField() {
  const { form, config } = useComposer()
  const { t } = useI18n()
  const model = useModel()
  const value = useValue('duration')
  const problem = useProblem('duration')
  const id = useId()
  const { min, max } = durationRange(model, config.settings)
  const seconds = value ?? model.duration.default
  const set = (next: number) => form.setValue('duration', next, { shouldValidate: true })

  return (
    <FieldRow
      labelId={`${id}label`}
      label={t('composer.output.seconds')}
      field="duration"
      problem={problem && <Problem id={`${id}problem`} {...problem} />}
    >
      <div className="flex items-center gap-3.5 desk:max-wide:gap-2.5">
        <span aria-hidden className="text-xs text-ink-faint">
          {min}
        </span>
        <Slider
          min={min}
          max={max}
          value={Math.min(max, Math.max(min, seconds))}
          aria-labelledby={`${id}label`}
          aria-valuetext={t('composer.output.secondsValue', { count: seconds })}
          onChange={(event) => set(event.target.valueAsNumber)}
          className="-mx-1 min-w-0 flex-1 cursor-pointer"
        />
        <span aria-hidden className="text-xs text-ink-faint">
          {max}
        </span>
        <SecondsNumber
          seconds={seconds}
          min={min}
          max={max}
          describedBy={problem && `${id}problem`}
          onChange={set}
        />
      </div>
    </FieldRow>
  )
}

type SecondsNumberProps = {
  seconds: number
  min: number
  max: number
  describedBy: string | undefined
  onChange: (seconds: number) => void
}

/** Typed freely and taken when it is a whole number in range; left, it shows what holds. */
function SecondsNumber({ seconds, min, max, describedBy, onChange }: SecondsNumberProps) {
  const { t } = useI18n()
  const [typed, setTyped] = useState<string | null>(null)
  const step = (by: number) => {
    setTyped(null)
    onChange(Math.min(max, Math.max(min, seconds + by)))
  }
  const commit = () => {
    if (typed !== null && /^\d+$/.test(typed)) {
      onChange(Math.min(max, Math.max(min, Number(typed))))
    }
    setTyped(null)
  }
  return (
    <label className="inline-flex h-8 items-center rounded-md border bg-raised px-2.5 focus-within:outline-2 focus-within:outline-offset-1 focus-within:outline-ring">
      <input
        inputMode="numeric"
        autoComplete="off"
        aria-label={t('composer.output.secondsRange', { min, max })}
        aria-describedby={describedBy}
        value={typed ?? seconds}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          const text = event.target.value.replace(/\D/g, '').slice(0, 2)
          setTyped(text)
          if (text !== '' && Number(text) >= min && Number(text) <= max) onChange(Number(text))
        }}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'ArrowUp') step(1)
          else if (event.key === 'ArrowDown') step(-1)
          else return
          event.preventDefault()
        }}
        className="w-4.5 bg-transparent text-end outline-none"
      />
      <span aria-hidden className="ms-0.75 text-ink-faint">
        {t('composer.output.secondsUnit')}
      </span>
    </label>
  )
}
