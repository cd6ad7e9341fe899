import type { IconName } from './icon-name'
import type { ComponentProps } from 'react'
import { cx } from './cx'
import { Icon } from './icon'

export type TipSide = 'above' | 'above-end' | 'below' | 'below-end' | 'rail'

const looks = {
  plain: 'text-ink-soft hover:bg-hover hover:text-ink',
  picture: 'bg-plate text-white hover:bg-black pointer-coarse:size-11',
  inverse: 'text-bg',
} as const

/** The classes of an icon button, for links that look like one. */
export function iconButtonClass(look: keyof typeof looks = 'plain'): string {
  return cx(
    'relative grid size-8 shrink-0 place-items-center rounded-md transition-colors',
    looks[look],
  )
}

type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  icon: IconName
  /** The button's name: read out, and shown on hover and keyboard focus. */
  label: string
  iconSize?: number
  filled?: boolean
  tip?: TipSide | 'none'
  /** `picture` lies on a dark plate over a clip, in both themes. */
  look?: keyof typeof looks
}

/** 32 px square; the caller sizes it up with a class where it is a main control. */
export function IconButton({
  icon,
  label,
  iconSize = 16,
  filled = false,
  tip = 'above',
  look = 'plain',
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      data-tip={tip === 'none' ? undefined : label}
      data-tip-side={tip === 'none' ? undefined : tip}
      className={cx(
        iconButtonClass(look),
        'disabled:opacity-40',
        tip !== 'none' && 'tip',
        className,
      )}
      {...rest}
    >
      <Icon name={icon} size={iconSize} filled={filled} />
    </button>
  )
}
