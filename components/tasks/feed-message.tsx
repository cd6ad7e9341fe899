import type { ReactNode } from 'react'

/** One calm sentence where the list would be, with the one next step. */
export function FeedMessage({
  title,
  text,
  action,
}: {
  title: string
  text?: string
  action?: ReactNode
}) {
  return (
    <div className="grid min-h-[50dvh] place-content-center justify-items-center gap-1.5 py-12 text-center">
      <p className="text-lg font-semibold">{title}</p>
      {text && <p className="max-w-96 text-pretty text-ink-soft">{text}</p>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  )
}
