import type { ReactNode } from 'react'

type FieldRowProps = {
  labelId: string
  label: string
  /** For the problem's focus: which field of the input this row edits. */
  field?: string
  /** What is wrong with it, under the control. */
  problem?: ReactNode
  children: ReactNode
}

/** A row of the output section: its name left, the control right. */
export function FieldRow({ labelId, label, field, problem, children }: FieldRowProps) {
  return (
    <div
      data-field={field}
      className="grid auto-rows-[minmax(34px,auto)] grid-cols-[84px_minmax(0,1fr)] items-center desk:max-wide:grid-cols-[76px_minmax(0,1fr)]"
    >
      <div id={labelId} className="font-medium text-ink-soft">
        {label}
      </div>
      <div className="min-w-0">{children}</div>
      {problem && <div className="col-start-2">{problem}</div>}
    </div>
  )
}
