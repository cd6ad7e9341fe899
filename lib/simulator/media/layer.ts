/** The frame things are drawn for. Lengths are pixels. */
export type Stage = {
  width: number
  height: number
  frames: number
  /** 1 when the shorter side is 720. */
  scale: number
  /** The smallest step a layer can move: overlays keep to whole chroma samples. */
  step: number
}

/** A picture that moves over the frame; `dx`, `dy` in pixels a frame. */
export type Layer = {
  svg: string
  width: number
  height: number
  /** Where its upper edge is in the first frame. */
  top: number
  dx: number
  dy: number
  /** Holds no edges: drawn at half size and enlarged. */
  soft: boolean
}

export function createStage(width: number, height: number, frames: number): Stage {
  const scale = Math.min(width, height) / 720
  return { width, height, frames, scale, step: Math.max(2, 2 * Math.round(scale)) }
}

type Strip = { top: number; bottom: number; dx?: number; soft?: boolean }

/** A layer from `top` to `bottom`, wide enough to move by `dx` for the whole film. */
export function strip(
  stage: Stage,
  { top, bottom, dx = 0, soft = false }: Strip,
  draw: (width: number, height: number) => string,
): Layer {
  const width = even(stage.width + Math.abs(dx) * stage.frames)
  const height = even(bottom - top)
  return { svg: draw(width, height), width, height, top: even(top), dx, dy: 0, soft }
}

/** A layer over the whole frame that scrolls by `dy` and repeats itself. */
export function curtain(
  stage: Stage,
  dy: number,
  draw: (width: number, height: number) => string,
): Layer {
  const { width, height } = stage
  const body = draw(width, height)
  const svg = `<g>${body}</g><g transform="translate(0 ${height})">${body}</g>`
  return { svg, width, height: height * 2, top: 0, dx: 0, dy, soft: false }
}

function even(value: number): number {
  return Math.max(2, Math.round(value / 2) * 2)
}
