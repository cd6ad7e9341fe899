/** What the feed lays out: a picture, a message that stands in its place, or a group of takes. */
export type Cell = {
  id: string
  shape: 'picture' | 'message' | 'group'
  /** Width by height of the picture; a message's is the room its words like. */
  ratio: number
}

/** Where a cell stands. All lengths are CSS, so rows stay full while the window is being resized. */
export type Placed = {
  id: string
  width: string
  /** Tall pictures stand upright beside their facts; this is the picture's width then, else null. */
  upright: string | null
}

/** Pixels: between cards, of the facts under a frame, and of the facts beside an upright one. */
const gap = 20
export const factsHeight = 76
const besideGap = 12
const besideText = 148

/** Below this pane frames are smaller, below the second each card takes the whole width. */
const smallPane = 700
const phonePane = 420

const isUpright = (cell: Cell) => cell.shape === 'picture' && cell.ratio < 1

/** The part of a cell's width that does not grow with the height of its row. */
const fixedWidth = (cell: Cell) =>
  isUpright(cell) ? cell.ratio * factsHeight + besideGap + besideText : 0

const sum = (cells: readonly Cell[], part: (cell: Cell) => number) =>
  cells.reduce((total, cell) => total + part(cell), 0)

/**
 * Justified rows: the frames of a row share one height near the target, every frame keeps its true
 * ratio, and rows are full. A card that takes the whole width waits until the row before it is
 * full; the order of the answer is the order to show (and to tab through). `width` is the pane's,
 * in pixels: it decides where rows break, not how wide cards are.
 */
export function justify(cells: readonly Cell[], width: number): Placed[] {
  const target = width < smallPane ? 150 : 196
  const tallest = target * 1.2
  const placed: Placed[] = []
  let row: Cell[] = []
  let waiting: Cell[] = []

  const heightOf = (line: readonly Cell[]) =>
    (width - gap * (line.length - 1) - sum(line, fixedWidth)) / sum(line, ({ ratio }) => ratio)

  const isWhole = ({ shape }: Cell) =>
    shape === 'group' || (shape === 'message' && width < smallPane)
  const fillsPhone = (cell: Cell) => width < phonePane && !isUpright(cell)

  // On a small pane a square across the whole width would tower over everything.
  const standsAlone = (cell: Cell) =>
    isUpright(cell) ||
    (cell.shape === 'picture' && cell.ratio <= 1 && width >= phonePane && width < smallPane)

  const placeRow = (line: readonly Cell[], isLast: boolean) => {
    const alone = line.length === 1 && standsAlone(line[0]!)
    if (alone) {
      const picture = line[0]!.ratio * (Math.min(heightOf(line), tallest) + factsHeight)
      placed.push({ id: line[0]!.id, width: '100%', upright: `${picture.toFixed(2)}px` })
      return
    }
    const short = isLast && width > smallPane && heightOf(line) > tallest
    const ratios = sum(line, ({ ratio }) => ratio)
    const taken = gap * (line.length - 1) + sum(line, fixedWidth)
    for (const cell of line) {
      const fixed = fixedWidth(cell)
      // A hundredth of a pixel less, or rounding could push the last card into the next row.
      const cardWidth = short
        ? `min(100%, ${(cell.ratio * tallest + fixed).toFixed(2)}px)`
        : `calc((100% - ${taken.toFixed(2)}px) * ${(cell.ratio / ratios).toFixed(6)} + ${(fixed - 0.01).toFixed(2)}px)`
      placed.push({
        id: cell.id,
        width: cardWidth,
        upright: isUpright(cell) ? `calc(100% - ${besideGap + besideText}px)` : null,
      })
    }
  }

  const endRow = (isLast = false) => {
    if (row.length > 0) placeRow(row, isLast)
    for (const { id } of waiting) placed.push({ id, width: '100%', upright: null })
    row = []
    waiting = []
  }

  for (const cell of cells) {
    if (isWhole(cell) || fillsPhone(cell)) {
      waiting.push(cell)
      if (row.length === 0 || width < phonePane) endRow(true)
      continue
    }
    const without = row.length > 0 ? heightOf(row) : Infinity
    const withIt = heightOf([...row, cell])
    const tooLow = withIt < target * 0.74
    const closerWithout = target / withIt > without / target
    if (row.length > 0 && withIt < target && (tooLow || closerWithout)) endRow()
    row.push(cell)
    if (heightOf(row) <= target) endRow()
  }
  endRow(true)
  return placed
}
