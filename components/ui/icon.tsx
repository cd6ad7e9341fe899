import type { StaticImageData } from 'next/image'
import type { IconName } from './icon-name'
import sprite from './icons.svg'

const { src }: StaticImageData = sprite

type IconProps = {
  name: IconName
  /** Pixels: 16 in buttons, 20 in the rail, 13–14 in meta lines. */
  size?: number
  /** For marks that read as shapes: play, star. */
  filled?: boolean
  className?: string
}

/**
 * A decorative icon in the product's one stroke, out of one sprite that the browser keeps for good.
 * Its meaning is always said by a word or a label beside it.
 */
export function Icon({ name, size = 16, filled = false, className }: IconProps) {
  return (
    <svg
      width={size}
      height={size}
      fill={filled ? 'currentColor' : 'none'}
      className={className ? `shrink-0 ${className}` : 'shrink-0'}
      aria-hidden
    >
      <use href={`${src}#${name}`} />
    </svg>
  )
}
