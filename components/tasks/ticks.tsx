import { cx } from '@/components/ui/cx'

const looks = {
  card: { arm: 'size-3', box: 'inset-3' },
  screen: { arm: 'size-5.5', box: 'inset-5' },
} as const

/** The corner marks of an unlit frame. */
export function Ticks({ look = 'card' }: { look?: keyof typeof looks }) {
  const { arm, box } = looks[look]
  const corner = cx('absolute border-line-strong', arm)
  return (
    <span aria-hidden className={cx('pointer-events-none absolute', box)}>
      <i className={cx(corner, 'top-0 left-0 rounded-tl-xs border-t-[1.5px] border-l-[1.5px]')} />
      <i className={cx(corner, 'top-0 right-0 rounded-tr-xs border-t-[1.5px] border-r-[1.5px]')} />
      <i
        className={cx(corner, 'right-0 bottom-0 rounded-br-xs border-r-[1.5px] border-b-[1.5px]')}
      />
      <i
        className={cx(corner, 'bottom-0 left-0 rounded-bl-xs border-b-[1.5px] border-l-[1.5px]')}
      />
    </span>
  )
}
