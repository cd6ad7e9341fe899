import type { I18n } from '@/lib/client/i18n'
import { cutText } from '@/lib/models/cut-text'
import type { Tile } from '@/lib/schemas/gallery'

/** How long a clip is, as its corner says it; null while nobody has measured it. */
export function tileLength({ t }: Pick<I18n, 't'>, { seconds }: Pick<Tile, 'seconds'>) {
  return seconds === null ? null : t('gallery.seconds', { seconds: Math.round(seconds * 10) / 10 })
}

export function tileTitle(
  { t }: Pick<I18n, 't'>,
  { title, prompt }: Pick<Tile, 'title' | 'prompt'>,
) {
  return title ?? (prompt.trim() === '' ? t('gallery.untitled') : prompt)
}

/** `8 s · 16:9 · Li Wen`. */
export function tileFacts(i18n: Pick<I18n, 't'>, tile: Tile, team: boolean): string {
  const length = tileLength(i18n, tile)
  return [length, tile.ratio, team ? tile.author.name : null].filter(Boolean).join(' · ')
}

/** What a reader of the screen hears of a clip. */
export function tileName(i18n: Pick<I18n, 't'>, tile: Tile, team: boolean): string {
  const { t } = i18n
  const facts = [
    tileLength(i18n, tile),
    tile.ratio,
    team && tile.author.name,
    tile.favourite && t('task.isFavourite'),
    tile.picked && t('gallery.picked'),
    tile.notes > 0 && t('gallery.notes', { count: tile.notes }),
    tile.visibility === 'private' && t('gallery.private'),
  ]
  return t('gallery.tile', {
    words: cutText(tileTitle(i18n, tile), 120),
    facts: facts.filter(Boolean).join(', '),
  })
}

/** `1 min 22 s`. */
export function timeWords({ t }: Pick<I18n, 't'>, total: number): string {
  const seconds = Math.round(total)
  if (seconds < 60) return t('gallery.seconds', { seconds })
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return t('gallery.minutes', { minutes, seconds: seconds % 60 })
  return t('gallery.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}
