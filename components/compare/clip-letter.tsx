import { cx } from '@/components/ui/cx'

type ClipLetterProps = {
  letter: string
  picked: boolean
  /** It lies on a picture, whose ground is dark in both themes. */
  onPicture?: boolean
}

/** A clip's letter. The picked one has the ring that a script supervisor draws round the take to print. */
export function ClipLetter({ letter, picked, onPicture = false }: ClipLetterProps) {
  return (
    <span className="relative inline-grid size-6 shrink-0 place-items-center text-sm font-semibold">
      {letter}
      {picked && (
        <svg
          viewBox="0 0 28 28"
          fill="none"
          strokeWidth={1.75}
          strokeLinecap="round"
          aria-hidden
          className={cx('absolute -inset-0.5 size-7', onPicture ? 'stroke-picked' : 'stroke-ok')}
        >
          <path
            pathLength={1}
            className="transition-[stroke-dashoffset] duration-500 [stroke-dasharray:1] starting:[stroke-dashoffset:1]"
            d="M22.4 5.9C19 2.3 12.7 1.6 8 4.4 3.1 7.3.9 13.4 2.9 18.7c2 5.4 8.4 8.1 14.2 6.3 5.7-1.8 9.1-7.6 8-13.2-.9-4.700-5-8.200-9.900-8.700"
          />
        </svg>
      )}
    </span>
  )
}
