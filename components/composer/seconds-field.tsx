import { useId } from 'react'
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
  // An emptied number field is not a number; the slider then rests where the model starts.
  const shown = Number.isInteger(seconds) ? seconds : model.duration.default
  const set = (next: number) =>
    form.setValue('duration', next, { shouldValidate: next >= min && next <= max })

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
          value={Math.min(max, Math.max(min, shown))}
          aria-labelledby={`${id}label`}
          aria-valuetext={t('composer.output.secondsValue', { count: shown })}
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
          problem={problem && { id: `${id}problem`, refused: problem.tone === 'refusal' }}
          onChange={set}
          onStep={(by) => set(Math.min(max, Math.max(min, shown + by)))}
          onLeave={() => void form.trigger('duration')}
        />
      </div>
    </FieldRow>
  )
}

type SecondsNumberProps = {
  seconds: number
  min: number
  max: number
  problem: { id: string; refused: boolean } | undefined
  onChange: (seconds: number) => void
  onStep: (by: 1 | -1) => void
  onLeave: () => void
}

/** What is typed is what holds: a number out of range stays, and leaving it says what is wrong. */
function SecondsNumber(props: SecondsNumberProps) {
  const { seconds, min, max, problem, onChange, onStep, onLeave } = props
  const { t } = useI18n()
  return (
    <label className="inline-flex h-8 items-center rounded-md border bg-raised px-2.5 focus-within:outline-2 focus-within:outline-offset-1 focus-within:outline-ring">
      <input
        inputMode="numeric"
        autoComplete="off"
        aria-label={t('composer.output.secondsRange', { min, max })}
        aria-describedby={problem?.id}
        aria-invalid={problem?.refused || undefined}
        value={Number.isNaN(seconds) ? '' : seconds}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          const digits = event.target.value.replace(/\D/g, '').slice(0, 2)
          onChange(digits === '' ? Number.NaN : Number(digits))
        }}
        onBlur={onLeave}
        onKeyDown={(event) => {
          if (event.key === 'ArrowUp') onStep(1)
          else if (event.key === 'ArrowDown') onStep(-1)
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
