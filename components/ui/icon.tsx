import type { LucideIcon } from 'lucide-react'

type IconProps = {
  of: LucideIcon
  /** Pixels: 16 in buttons, 20 in the rail, 13–14 in meta lines. */
  size?: number
  /** For marks that read as shapes: play, star. */
  filled?: boolean
  className?: string
}

/** A decorative icon in the product's one stroke. Its meaning is always said by a word or a label beside it. */
export function Icon({ of: Glyph, size = 16, filled = false, className }: IconProps) {
  return (
    <Glyph
      size={size}
      strokeWidth={1.5}
      fill={filled ? 'currentColor' : 'none'}
      className={className ? `shrink-0 ${className}` : 'shrink-0'}
      aria-hidden
    />
  )
}
