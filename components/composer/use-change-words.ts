import { useI18n } from '@/lib/client/i18n'
import type { Said } from '@/lib/client/draft-state'

/** All that was done to the draft at once, as one line. */
export function useChangeWords(): (changes: readonly Said[]) => string {
  const { t, has } = useI18n()
  return (changes) => {
    const parts = changes.map(({ code, params }) => {
      const key = [`input.changes.${code}`, `material.changes.${code}`].find(has)
      return key === undefined ? code : t(key, params)
    })
    const line = parts.join(t('composer.change.comma'))
    return line.charAt(0).toLocaleUpperCase() + line.slice(1)
  }
}
