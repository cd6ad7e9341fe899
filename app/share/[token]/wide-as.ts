import type { CSSProperties } from 'react'
import type { ShareView } from '@/lib/server/shares/view'

/** Words are as wide as the picture above them, and never narrower than words need. */
export function wideAs({ ratio }: ShareView): CSSProperties {
  const style: CSSProperties & Record<'--wide', string> = {
    '--wide': `max(min(560px, 100vw - 48px), min(1240px, 100vw - 48px, (100dvh - 248px) * ${ratio}))`,
  }
  return style
}
