'use client'

import { useI18n } from '@/lib/client/i18n'

const rows = [
  [16 / 9, 16 / 9, 9 / 16, 21 / 9, 1],
  [16 / 9, 3 / 4, 4 / 3, 16 / 9, 16 / 9, 3 / 4],
  [16 / 9, 9 / 16, 21 / 9, 1, 16 / 9],
  [4 / 3, 9 / 16, 16 / 9, 1, 16 / 9, 3 / 4],
  [21 / 9, 3 / 4, 16 / 9, 9 / 16, 16 / 9],
] as const

/** The grid's own rows, while nobody knows yet what is in them. */
export function GallerySkeleton() {
  const { t } = useI18n()
  return (
    <div role="status" aria-label={t('gallery.loading')} className="grid gap-1 pt-7.5">
      {rows.map((ratios, at) => (
        <div key={at} className="flex h-38 gap-1 max-desk:h-30.5 max-sm:h-23">
          {ratios.map((ratio, index) => (
            <span key={index} style={{ flexGrow: ratio }} className="rounded-sm bg-frame" />
          ))}
        </div>
      ))}
    </div>
  )
}
