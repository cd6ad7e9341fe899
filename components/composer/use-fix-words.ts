import { useI18n } from '@/lib/client/i18n'
import type { Fix } from '@/lib/models/fix'
import type { MediaKind } from '@/lib/schemas/media'

/** A fix as the words on its button. */
export function useFixWords(): (fix: Fix, kind: MediaKind) => string {
  const { t } = useI18n()
  return (fix, kind) => {
    if (fix.fix === 'resize' || fix.fix === 'pad') {
      return t(`material.fix.${fix.fix}`, { width: String(fix.width), height: String(fix.height) })
    }
    if (fix.fix === 'convert') {
      return t('material.fix.convert', { type: kind === 'audio' ? 'MP3' : 'JPEG' })
    }
    return t(`material.fix.${fix.fix}`)
  }
}
