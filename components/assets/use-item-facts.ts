import { useI18n } from '@/lib/client/i18n'
import { formatName } from '@/lib/models/format-name'
import type { Media } from '@/lib/schemas/media'

/** Kind, size and weight of an item in a line: `Image · 2048 × 1152 · 3.1 MB`. */
export function useItemFacts(): (media: Media) => string {
  const { t, format } = useI18n()
  return ({ kind, type, width, height, bytes, assets }) =>
    [
      t(`assets.type.${kind}`),
      width && height ? `${width} × ${height}` : formatName(type),
      format.bytes(bytes),
      assets.sp?.real_person && t('assets.realPerson'),
    ]
      .filter(Boolean)
      .join(' · ')
}
