import type { ReactNode } from 'react'
import { cx } from './cx'

export function Kbd({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <kbd
      className={cx(
        'inline-grid h-4.5 min-w-5 place-items-center rounded-[5px] border px-1.25 font-sans text-2xs leading-none font-medium text-ink-soft',
        className,
      )}
    >
      {children}
    </kbd>
  )
}
