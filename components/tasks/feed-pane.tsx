import type { ReactNode } from 'react'

/** The room of the feed: darker than the desk beside it. `--pane-x` is its side margin. */
export function FeedPane({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <section
      id="content"
      tabIndex={-1}
      aria-label={label}
      className="flex min-w-0 flex-1 flex-col bg-sunken outline-none [--pane-x:16px] max-desk:min-h-[60dvh] max-desk:pb-18 desk:h-dvh desk:[--pane-x:20px] wide:[--pane-x:24px]"
    >
      {children}
    </section>
  )
}
