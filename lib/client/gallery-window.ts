import { dayAt, type Reel, type RowPlace } from './gallery-reel'

/** Cards that are ever in the page at once, the one with the focus included. */
export const mostCards = 60
/** Kept free for the row that holds the focus somewhere else. */
const spare = 8
/** Pixels beyond the window that are worth drawing ahead. */
const ahead = 700

export type GridWindow = {
  rows: readonly RowPlace[]
  /** Days of which a part is in view, heads included. */
  days: readonly number[]
  /** Changes when anything above does. */
  key: string
}

/** The rows to draw: all in view, then as many ahead and a few behind as there is room for. */
export function windowOf(
  reel: Reel,
  view: { from: number; to: number; down: boolean },
  pinned: RowPlace | null,
): GridWindow {
  const near: RowPlace[] = []
  const before: RowPlace[] = []
  const after: RowPlace[] = []
  const days: number[] = []
  const start = dayAt(reel, view.from - ahead)
  for (let day = start; day < reel.days.length; day += 1) {
    const { top, head, height, layout } = reel.days[day]!
    if (top > view.to + ahead) break
    if (top + height < view.from - ahead) continue
    days.push(day)
    for (let row = 0; row < (layout?.rows.length ?? 0); row += 1) {
      const line = layout!.rows[row]!
      const rowStart = top + head + line.top
      if (rowStart + line.height < view.from) {
        if (rowStart + line.height > view.from - ahead) before.unshift({ day, row })
      } else if (rowStart > view.to) {
        if (rowStart < view.to + ahead) after.push({ day, row })
      } else {
        near.push({ day, row })
      }
    }
  }
  let room = mostCards - spare - near.reduce((sum, place) => sum + cardsOf(reel, place), 0)
  const taken = [...near]
  const [first, second] = view.down ? [after, before] : [before, after]
  for (const place of [...first.slice(0, 3), ...second.slice(0, 1)]) {
    room -= cardsOf(reel, place)
    if (room < 0) break
    taken.push(place)
  }
  if (pinned && !taken.some(({ day, row }) => day === pinned.day && row === pinned.row)) {
    if (reel.days[pinned.day]?.layout?.rows[pinned.row]) taken.push(pinned)
    if (!days.includes(pinned.day)) days.push(pinned.day)
  }
  const rows = taken.sort((a, b) => a.day - b.day || a.row - b.row)
  days.sort((a, b) => a - b)
  return windowWith(days, rows)
}

function cardsOf(reel: Reel, { day, row }: RowPlace): number {
  return reel.days[day]?.layout?.rows[row]?.tiles.length ?? 0
}

export function windowWith(days: readonly number[], rows: readonly RowPlace[]): GridWindow {
  const key = `${days.join()};${rows.map(({ day, row }) => `${day}.${row}`).join()}`
  return { rows, days, key }
}
