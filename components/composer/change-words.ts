import { useI18n } from '@/lib/client/i18n'
import type { Change } from '@/lib/models/fit-to-model'

/** All changes of a switch as one line. */
export function useChangeWords(): (changes: readonly Change[]) => string {
  const { t, has } = useI18n()
  return (changes) => {
    const parts = changes.map(({ code, params }) => {
      const key = `input.changes.${code}`
      return has(key) ? t(key, params) : code
    })
    const line = parts.join(t('composer.change.comma'))
    return line.charAt(0).toLocaleUpperCase() + line.slice(1)
  }
}
