import type { IconName } from '@/components/ui/icon-name'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { useI18n, type I18n } from '@/lib/client/i18n'
import { fieldOf, mentionKinds } from '@/lib/models/mentions'
import { FramesIcon } from './frames-icon'
import { resolutionList } from './model-facts'
import type { PickerRow } from './picker-rows'
import { kindIcon } from '@/components/media/kind-icon'
import { kindsOf } from './reference-kinds'

/** One grid for the head and the rows; below 640 px a row folds into three lines. */
export const pickerColumns =
  'grid grid-cols-[20px_minmax(0,1fr)_116px_58px_164px_92px_64px] items-center gap-x-3'

type ModelOptionProps = {
  id: string
  row: PickerRow
  selected: boolean
  active: boolean
  onChoose: () => void
  onPoint: () => void
}

export function ModelOption({ id, row, selected, active, onChoose, onPoint }: ModelOptionProps) {
  const i18n = useI18n()
  const { t, format } = i18n
  const { model, now, unpriced } = row
  const faint = unpriced ? 'text-ink-faint' : 'text-ink-soft'
  const remark = remarkOf(row, i18n)
  const range = rangeOf(row, i18n)
  const cost = now && (now.atLeast ? `≥ ${format.money(now.amount)}` : format.money(now.amount))

  return (
    <div
      id={id}
      role="option"
      aria-selected={selected}
      aria-disabled={unpriced || undefined}
      aria-label={spokenOf(row, i18n, cost, range, remark)}
      data-active={active || undefined}
      onClick={onChoose}
      onPointerMove={active ? undefined : onPoint}
      className={cx(
        pickerColumns,
        'min-h-8.5 cursor-pointer rounded-md px-3 py-1.25 max-sm:min-h-12 max-sm:grid-cols-[20px_minmax(0,1fr)_auto] max-sm:gap-y-0.5',
        active && 'bg-hover',
        unpriced && 'cursor-default',
      )}
    >
      <span>{selected && <Icon name="check" />}</span>
      <span className="grid min-w-0">
        <span
          className={cx(
            'truncate font-mono text-sm tracking-[-0.01em]',
            selected ? 'font-semibold' : 'font-[450]',
            unpriced && 'text-ink-faint',
          )}
        >
          {model.id}
        </span>
        {remark !== null && <span className="text-xs text-ink-faint">{remark}</span>}
      </span>
      <span className={cx('text-xs max-sm:col-start-2', faint)}>{resolutionList(model)}</span>
      <span className={cx('text-xs max-sm:col-start-3 max-sm:text-end', faint)}>
        {t('composer.model.seconds', row.seconds)}
      </span>
      <Inputs row={row} className={faint} />
      <span className="text-end text-xs text-ink-faint max-sm:col-start-3 max-sm:row-start-1 max-sm:self-start max-sm:pt-px">
        {range ?? '–'}
      </span>
      <span
        className={cx(
          'text-end max-sm:col-start-3 max-sm:row-start-3',
          unpriced ? 'text-ink-faint' : 'font-medium',
        )}
      >
        {cost ?? '–'}
      </span>
    </div>
  )
}

/** Four fixed places, so that the eye runs down them: frames, images, clips, sounds. */
function Inputs({ row: { model }, className }: { row: PickerRow; className: string }) {
  return (
    <span
      className={cx(
        'grid grid-cols-4 items-center text-xs max-sm:col-span-1 max-sm:col-start-2 max-sm:max-w-50',
        className,
      )}
    >
      <FramesIcon />
      {mentionKinds.map((kind) => (
        <Input key={kind} icon={kindIcon[kind]} max={model[fieldOf[kind]].max} />
      ))}
    </span>
  )
}

function Input({ icon, max }: { icon: IconName; max: number }) {
  if (max === 0) return <span className="ps-1 text-ink-faint">–</span>
  return (
    <span className="inline-flex items-center gap-1">
      <Icon name={icon} size={15} />
      {max}
    </span>
  )
}

/** Why a row is grey, or what a switch would set aside, or what it would bill besides. */
function remarkOf({ unpriced, aside, billsClip }: PickerRow, { t }: I18n): string | null {
  if (unpriced) return t('composer.picker.unpriced')
  if (aside.length > 0) {
    const things = aside.map(({ kind, count }) => t(`composer.counted.${kind}`, { count }))
    return t('composer.picker.setsAside', { things: things.join(t('composer.change.comma')) })
  }
  return billsClip ? t('composer.picker.billsClip') : null
}

/** `0.03–0.11 /s`, `0.60 /take`. */
function rangeOf({ unitPrice }: PickerRow, { t, format }: I18n): string | null {
  if (unitPrice === null) return null
  const { min, max, unit } = unitPrice
  const price = min === max ? format.money(min) : `${format.money(min)}–${format.money(max)}`
  return t(`composer.picker.per.${unit}`, { price })
}

/** A row as one sentence: its columns and icons say nothing to a reader. */
function spokenOf(
  { model, seconds }: PickerRow,
  { t }: I18n,
  cost: string | null,
  range: string | null,
  remark: string | null,
): string {
  const kinds = kindsOf(model).map((kind) =>
    t(`composer.counted.${kind}`, { count: model[fieldOf[kind]].max }),
  )
  return [
    model.id,
    remark,
    resolutionList(model),
    t('composer.model.seconds', seconds),
    t('composer.picker.frames'),
    ...kinds,
    range,
    cost && t('composer.picker.nowCosts', { cost }),
  ]
    .filter((part) => part !== null)
    .join(', ')
}
