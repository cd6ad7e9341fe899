import { useId, type ReactNode } from 'react'

type FactProps = { title: string; end?: ReactNode; children: ReactNode }

/** One section of the facts, divided from the next by a hairline. */
export function Fact({ title, end, children }: FactProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="pt-3.25 pb-3.5 not-first:border-t">
      <div className="mb-1.75 flex min-h-5 items-center gap-2">
        <h2 id={id} className="text-xs font-medium text-ink-faint">
          {title}
        </h2>
        {end && (
          <div className="ms-auto flex items-center gap-0.5 text-xs text-ink-soft">{end}</div>
        )}
      </div>
      {children}
    </section>
  )
}
