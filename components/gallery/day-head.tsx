import { notify } from '@/lib/client/notices'
import type { DayFacts } from '@/lib/client/gallery-layout'
import { addTiles, dropTiles, mostSelected, selection } from '@/lib/client/gallery-selection'
import { useI18n } from '@/lib/client/i18n'
import type { DayName } from './day-name'
import { useGallery } from './gallery-context'
import { timeWords } from './tile-words'

type DayHeadProps = { facts: DayFacts; name: DayName; height: number }

/** The day's name, what it holds, and a way to choose all of it. */
export function DayHead({ facts, name, height }: DayHeadProps) {
  const i18n = useI18n()
  const { t } = i18n
  const { source } = useGallery()
  const clips = t('gallery.count', { count: facts.count })
  const time = timeWords(i18n, facts.seconds)
  const sum =
    name.date === ''
      ? t('gallery.daySum', { clips, time })
      : t('gallery.dayDateSum', { date: name.date, clips, time })

  const selectDay = async () => {
    const tiles = await source.tilesOf(facts.day)
    const { tiles: chosen } = selection.get()
    if (tiles.length > 0 && tiles.every(({ id }) => chosen.has(id))) {
      return dropTiles(new Set(tiles.map(({ id }) => id)))
    }
    if (!addTiles(tiles)) notify({ text: t('gallery.selection.most', { count: mostSelected }) })
  }

  return (
    <div
      style={{ height }}
      className="group/day flex items-end gap-2.5 overflow-hidden pb-1.5 whitespace-nowrap"
    >
      <h2 className="text-sm leading-5 font-semibold">{name.name}</h2>
      <span className="min-w-0 truncate text-xs leading-5 text-ink-faint">{sum}</span>
      <button
        type="button"
        aria-label={t('gallery.selectDayOf', { day: name.full })}
        onClick={() => void selectDay()}
        className="ms-auto h-6 rounded-sm px-1.5 text-xs text-ink-soft opacity-0 group-hover/day:opacity-100 hover:bg-hover hover:text-ink focus-visible:opacity-100 focus-visible:outline-offset-[-2px] max-sm:hidden pointer-coarse:opacity-100"
      >
        {t('gallery.selectDay')}
      </button>
    </div>
  )
}
