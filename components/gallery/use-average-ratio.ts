import { useState } from 'react'
import type { GallerySource } from '@/lib/client/gallery-source'

/** The average shape of a list, kept from its first answer: new clips must not change all heights. */
export function useAverageRatio(
  source: GallerySource,
  { days }: { days: readonly { count: number; ratio_sum: number }[] | null },
) {
  const [known, setKnown] = useState<{ source: GallerySource; ratio: number } | null>(null)
  if (days !== null && days.length > 0 && known?.source !== source) {
    const count = days.reduce((sum, day) => sum + day.count, 0)
    const ratio = days.reduce((sum, day) => sum + day.ratio_sum, 0) / Math.max(1, count)
    setKnown({ source, ratio: ratio || 16 / 9 })
  }
  return known?.ratio ?? 1.5
}
