import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx'

type TextFieldProps = Omit<ComponentProps<'input'>, 'id'> & {
  id: string
  label: string
  hint?: ReactNode
  /** What is wrong with it, in the hint's place; read with the field. */
  problem?: string | undefined
  /** Stands at the end, inside the field. */
  end?: ReactNode
}

/** A field with its name above and what there is to say below. */
export function TextField({ id, label, hint, problem, end, className, ...input }: TextFieldProps) {
  return (
    <div className={cx('grid gap-1.5', className)}>
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <div className="relative">
        <input
          id={id}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem || hint ? `${id}-said` : undefined}
          className={cx(
            'h-10 w-full min-w-0 rounded-md border border-line-strong bg-raised px-3 text-md pointer-coarse:h-11 pointer-coarse:text-[16px]',
            'read-only:bg-sunken read-only:text-ink-soft aria-invalid:border-bad',
            end ? 'pe-11' : undefined,
          )}
          {...input}
        />
        {end && <span className="absolute inset-y-0 right-1 grid place-items-center">{end}</span>}
      </div>
      {(problem || hint) && (
        <p id={`${id}-said`} className={cx('text-xs', problem ? 'text-bad' : 'text-ink-faint')}>
          {problem || hint}
        </p>
      )}
    </div>
  )
}
