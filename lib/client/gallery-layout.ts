import type { GalleryDays, Tile } from '@/lib/schemas/gallery'

export type DayFacts = GalleryDays['data'][number]

/** The room there is. All in pixels. */
export type GridFrame = {
  width: number
  /** What rows aim at. */
  target: number
  gap: number
}

export type PlacedTile = {
  tile: Tile
  left: number
  width: number
  /** Its neighbour there is another take of the same input: they stand closer. */
  joinsBefore: boolean
  joinsAfter: boolean
}
export type PlacedRow = { top: number; height: number; tiles: readonly PlacedTile[] }
export type DayLayout = { rows: readonly PlacedRow[]; height: number }

/** A row may grow to this and no further; then it is not full. */
const mostGrowth = 1.6
const leastShare = 0.8
const joinedGap = 1

export function ratioOf({
  width,
  height,
  ratio,
}: Pick<Tile, 'width' | 'height' | 'ratio'>): number {
  if (width && height) return width / height
  const [across, down] = ratio.split(':').map(Number)
  return across && down ? across / down : 16 / 9
}

const sameTakes = (one: Tile | undefined, other: Tile | undefined) =>
  one?.take_group != null && one.take_group === other?.take_group

/** Justified rows of true ratios: full, near the target's height, the last one not stretched. */
export function layoutDay(tiles: readonly Tile[], frame: GridFrame): DayLayout {
  const { width, target, gap } = frame
  const rows: PlacedRow[] = []
  let top = 0
  let from = 0

  const gapBefore = (at: number) => (sameTakes(tiles[at - 1], tiles[at]) ? joinedGap : gap)
  const close = (to: number, height: number) => {
    const placed: PlacedTile[] = []
    let left = 0
    for (let at = from; at < to; at += 1) {
      const tile = tiles[at]!
      if (at > from) left += gapBefore(at)
      const across = ratioOf(tile) * height
      placed.push({
        tile,
        left,
        width: across,
        joinsBefore: at > from && sameTakes(tiles[at - 1], tile),
        joinsAfter: at + 1 < to && sameTakes(tile, tiles[at + 1]),
      })
      left += across
    }
    rows.push({ top, height, tiles: placed })
    top += height + gap
    from = to
  }

  let ratios = 0
  let gaps = 0
  for (let at = 0; at < tiles.length; at += 1) {
    const ratio = ratioOf(tiles[at]!)
    if (at > from) {
      const without = (width - gaps) / ratios
      const withIt = (width - gaps - gapBefore(at)) / (ratios + ratio)
      const tooLow = withIt < target * leastShare
      if (withIt < target && (tooLow || target / withIt > without / target)) {
        close(at, Math.min(without, target * mostGrowth))
        ratios = 0
        gaps = 0
      } else {
        gaps += gapBefore(at)
      }
    }
    ratios += ratio
  }
  if (from < tiles.length) close(tiles.length, Math.min(target, (width - gaps) / ratios))
  return { rows, height: Math.max(0, top - gap) }
}

/** What a day that has not been read yet will about take, by the sum of its ratios. */
export function estimateHeight(
  { count, ratio_sum }: Pick<DayFacts, 'count' | 'ratio_sum'>,
  frame: GridFrame,
): number {
  if (count <= 0) return 0
  const { width, target, gap } = frame
  const long = ratio_sum * target + (count - 1) * gap
  const rows = Math.max(1, Math.round(long / (width + gap)))
  return rows * target + (rows - 1) * gap
}

/** Rows as the reader likes them. */
export const rowSizes = ['low', 'medium', 'tall'] as const
export type RowSize = (typeof rowSizes)[number]

/** Cards in view at once, about: more than this is neither looked at nor smooth. */
const mostInView = 38

/**
 * What rows aim at in a window: as drawn, but a large screen gets larger pictures instead of more of them.
 * In steps, so that a new clip does not lay out everything anew.
 */
export function targetHeight(
  { width, height }: { width: number; height: number },
  size: RowSize,
  averageRatio: number,
): number {
  const drawn = width < 600 ? 92 : width < 780 ? 122 : 152
  const wished = size === 'low' ? drawn * 0.8 : size === 'tall' ? drawn * 1.5 : drawn
  const least = Math.sqrt((width * height) / (mostInView * averageRatio))
  return Math.max(Math.round(wished), Math.ceil(least / 12) * 12 - 8)
}
