import type { Tile } from '@/lib/schemas/gallery'
import { cell } from './cell'

export type Selection = {
  /** By id, in the order they were chosen; they stay when their day is let go. */
  tiles: ReadonlyMap<string, Tile>
  /** Where a range begins: what was chosen last without Shift. */
  anchor: string | null
}

/** What one request may change. */
export const mostSelected = 500

const nothing: Selection = { tiles: new Map(), anchor: null }

export const selection = cell<Selection>(nothing)

export function clearSelection(): void {
  selection.set(nothing)
}

export function toggleTile(tile: Tile): void {
  const tiles = new Map(selection.get().tiles)
  if (!tiles.delete(tile.id)) tiles.set(tile.id, tile)
  selection.set({ tiles, anchor: tile.id })
}

/** Adds them, as many as there is room for; false where some were left out. */
export function addTiles(added: readonly Tile[]): boolean {
  const { tiles: before, anchor } = selection.get()
  const tiles = new Map(before)
  for (const tile of added) if (tiles.size < mostSelected) tiles.set(tile.id, tile)
  selection.set({ tiles, anchor: anchor ?? added[0]?.id ?? null })
  return added.every(({ id }) => tiles.has(id))
}

export function dropTiles(ids: ReadonlySet<string>): void {
  const { tiles: before, anchor } = selection.get()
  const tiles = new Map([...before].filter(([id]) => !ids.has(id)))
  selection.set(tiles.size === 0 ? nothing : { tiles, anchor })
}

/** Newer facts of chosen clips. */
export function patchSelected(ids: ReadonlySet<string>, part: Partial<Tile>): void {
  const { tiles, anchor } = selection.get()
  if (![...tiles.keys()].some((id) => ids.has(id))) return
  const newer = [...tiles].map(
    ([id, tile]) => [id, ids.has(id) ? { ...tile, ...part } : tile] as const,
  )
  selection.set({ tiles: new Map(newer), anchor })
}
