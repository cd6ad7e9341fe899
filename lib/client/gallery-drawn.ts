import { rowTop, type Reel, type RowPlace } from './gallery-reel'
import { windowWith, type GridWindow } from './gallery-window'

/** Cards that come into the page in one frame; a row alone may have more. */
const mostComing = 5

export type Drawn = {
  /** What there is of the window that is wanted, and that window itself once nothing is missing. */
  window: GridWindow | null
  /** The clips that are drawn. */
  ids: ReadonlySet<string>
}

export const nothingDrawn: Drawn = { window: null, ids: new Set() }

/** Of another window what is drawn already. A row of which a clip is drawn stays, whatever else is new in it. */
export function beginDrawing(reel: Reel, wanted: GridWindow, { ids }: Drawn): Drawn {
  return drawnOf(reel, wanted, (place) => idsOf(reel, place).some((id) => ids.has(id)))
}

/** As many more rows as one frame has time for, those in the middle of the view first. */
export function drawMore(
  reel: Reel,
  wanted: GridWindow,
  { window }: Drawn,
  view: { from: number; to: number },
): Drawn {
  const isDrawn = (place: RowPlace) => window?.rows.includes(place) ?? false
  const away = (place: RowPlace) => Math.abs(rowTop(reel, place) - (view.from + view.to) / 2)
  const missing = wanted.rows.filter((place) => !isDrawn(place))
  const coming = new Set<RowPlace>()
  let room = mostComing
  for (const place of missing.sort((a, b) => away(a) - away(b))) {
    room -= idsOf(reel, place).length
    if (room < 0 && coming.size > 0) break
    coming.add(place)
  }
  return drawnOf(reel, wanted, (place) => isDrawn(place) || coming.has(place))
}

function drawnOf(reel: Reel, wanted: GridWindow, test: (place: RowPlace) => boolean): Drawn {
  const rows = wanted.rows.filter(test)
  return {
    window: rows.length === wanted.rows.length ? wanted : windowWith(wanted.days, rows),
    ids: new Set(rows.flatMap((place) => idsOf(reel, place))),
  }
}

function idsOf(reel: Reel, { day, row }: RowPlace): string[] {
  return reel.days[day]?.layout?.rows[row]?.tiles.map(({ tile }) => tile.id) ?? []
}
