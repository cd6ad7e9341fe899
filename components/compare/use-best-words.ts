import { useI18n } from '@/lib/client/i18n'
import type { Best } from './difference-rows'

/** A word for the clip that cost least and for the one that took least, at its place; of two it says by how much. */
export function useBestWords() {
  const { t, format } = useI18n()
  const placed = (best: Best | null, word: (best: Best) => string): string[] => {
    const words: string[] = []
    if (best) words[best.at] = word(best)
    return words
  }
  return {
    charge: (best: Best | null, clips: number) =>
      placed(best, ({ times }) =>
        clips === 2 && Math.abs(times - 2) < 0.05
          ? t('compare.best.half')
          : t('compare.best.lowest'),
      ),
    time: (best: Best | null, clips: number) =>
      placed(best, ({ times }) =>
        clips === 2 && times >= 1.2 && times < 100
          ? t('compare.best.times', { times: format.number(times, { maximumFractionDigits: 1 }) })
          : t('compare.best.fastest'),
      ),
  }
}
