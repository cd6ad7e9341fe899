import type { ComponentProps } from 'react'
import { cx } from './cx'

const kinds = {
  /** The one amber thing on a screen. */
  primary:
    'bg-accent font-semibold text-accent-ink hover:bg-accent-hover aria-disabled:bg-hover aria-disabled:text-ink-faint',
  plain: 'bg-pressed font-medium text-ink hover:bg-hover',
  quiet: 'font-medium text-ink shadow-[inset_0_0_0_1px_var(--color-line-strong)] hover:bg-hover',
  ghost: 'text-ink-soft hover:bg-hover hover:text-ink',
  danger:
    'font-medium text-bad shadow-[inset_0_0_0_1px_var(--color-line-strong)] hover:bg-bad-wash',
} as const

const sizes = {
  sm: 'h-7 gap-1.5 rounded-sm px-2 text-xs',
  md: 'h-8 gap-1.5 rounded-md px-3 text-sm',
  lg: 'h-11 gap-3 rounded-lg px-4.5 text-md',
} as const

export type ButtonKind = keyof typeof kinds
export type ButtonSize = keyof typeof sizes

/** The classes of a button, for links that look like one. */
export function buttonClass(kind: ButtonKind = 'plain', size: ButtonSize = 'md'): string {
  return cx(
    'inline-flex items-center justify-center whitespace-nowrap transition-colors disabled:opacity-50',
    kinds[kind],
    sizes[size],
  )
}

type ButtonProps = ComponentProps<'button'> & { kind?: ButtonKind; size?: ButtonSize }

export function Button({ kind, size, className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={cx(buttonClass(kind, size), className)} {...rest} />
}
