import { useMemo } from 'react'
import { favourClips, hideClips, unhideClips } from '@/lib/client/gallery-changes'
import { addTiles, mostSelected, selection, toggleTile } from '@/lib/client/gallery-selection'
import type { GallerySource } from '@/lib/client/gallery-source'
import { useI18n } from '@/lib/client/i18n'
import { notify } from '@/lib/client/notices'
import type { Tile } from '@/lib/schemas/gallery'

/** What is done with clips, one or many, from wherever it is asked. */
export function useGalleryActions(source: GallerySource) {
  const { t } = useI18n()
  return useMemo(() => {
    const failed = () => notify({ text: t('gallery.notSaved'), tone: 'bad' })
    const tooMany = () => notify({ text: t('gallery.selection.most', { count: mostSelected }) })

    const move = async (tiles: readonly Tile[], hidden: boolean) => {
      try {
        const ids = tiles.map(({ id }) => id)
        const { changed, refused } = await hideClips(source, ids, hidden)
        if (changed.length === 0) {
          return notify({ text: t('gallery.refused', { count: refused.length }), tone: 'bad' })
        }
        const done = t(hidden ? 'gallery.hidden' : 'gallery.restored', { count: changed.length })
        const kept = refused.length > 0 ? ` ${t('gallery.refused', { count: refused.length })}` : ''
        notify({
          text: done + kept,
          action: {
            label: t('gallery.undo'),
            run: () => void unhideClips(source, changed, !hidden).catch(failed),
          },
        })
      } catch {
        failed()
      }
    }

    return {
      select: (tile: Tile, range: boolean) => {
        const { anchor, tiles } = selection.get()
        if (range && anchor !== null && anchor !== tile.id) {
          void between(source, anchor, tile.id).then((found) => {
            if (!addTiles(found.length > 0 ? found : [tile])) tooMany()
          })
        } else if (tiles.size >= mostSelected && !tiles.has(tile.id)) {
          tooMany()
        } else {
          toggleTile(tile)
        }
      },
      favour: (tiles: readonly Tile[], favourite: boolean) =>
        void favourClips(source, tiles, favourite).catch(failed),
      hide: (tiles: readonly Tile[]) => void move(tiles, true),
      restore: (tiles: readonly Tile[]) => void move(tiles, false),
    }
  }, [source, t])
}

/** All clips from one to another, both included; days between them are read if need be. */
async function between(source: GallerySource, one: string, other: string): Promise<Tile[]> {
  const { days, loaded } = source.get()
  const order = (days ?? []).map(({ day }) => day)
  const dayOf = (id: string) => {
    const at = order.findIndex((day) => loaded.get(day)?.tiles.some((tile) => tile.id === id))
    const kept = selection.get().tiles.get(id)
    // Its day may have been let go since it was chosen.
    return at === -1 && kept ? order.indexOf(dayIn(source.zone, kept.created_at)) : at
  }
  const [from, to] = [dayOf(one), dayOf(other)].sort((a, b) => a - b)
  if (from === undefined || to === undefined || from === -1) return []
  const found: Tile[] = []
  for (const day of order.slice(from, to + 1)) {
    found.push(...(await source.tilesOf(day)))
    // More than can be chosen: the rest need not be read.
    if (found.length > mostSelected * 2) break
  }
  const [start, end] = [one, other].map((id) => found.findIndex((tile) => tile.id === id))
  if (start === undefined || end === undefined || start === -1) return []
  const last = end === -1 ? found.length : end
  const range = found.slice(Math.min(start, last), Math.max(start, last) + 1)
  return start > last ? range.reverse() : range
}

function dayIn(timeZone: string, moment: string): string {
  const parts = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const
  return new Intl.DateTimeFormat('en-CA', parts).format(new Date(moment))
}
