import { frameOf } from '@/components/player/timecode'
import { commonPicture, type Held } from './common-picture'

/** What was taken from one clip, and where it is drawn. */
type Pane = {
  canvas: HTMLCanvasElement
  /** The frame that is drawn; null while it says nothing about where the clip is. */
  drawn: number | null
  /** Newer than that, oldest first. */
  held: { number: number; frame: VideoFrame }[]
}

/** Where clips are drawn together. */
export type PictureWall = {
  /** Lets go of it with what it returns. */
  attach: (id: string, canvas: HTMLCanvasElement) => () => void
  /** The clip goes elsewhere: what it has shown is no longer where it is. */
  leave: (id: string) => void
  /** Takes what the clips show now, and draws what belongs together. */
  look: (clips: readonly Looked[]) => void
  /** The clip shows the frame of that moment, or nobody could tell: nothing can be taken from it. */
  shows: (id: string, seconds: number) => boolean
}

export type Looked = { id: string; video: HTMLVideoElement; end: Held['end'] }

/** A decoder has few frames to give away: one that gets none back stands still. */
const mostHeld = 4

const canTake = () => typeof VideoFrame === 'function'

function takeFrom(video: HTMLVideoElement): VideoFrame | null {
  try {
    return new VideoFrame(video)
  } catch {
    // It has none yet, and nothing tells when it will.
    return null
  }
}

/** The newest frame taken from it since it went elsewhere; -1 without one. */
const newest = ({ drawn, held }: Pane) => held.at(-1)?.number ?? drawn ?? -1

/**
 * Native video elements each show a frame when they have it: on a busy machine some frames apart, whatever
 * their clocks say. So what each shows is taken before every picture of the display, and drawn over it
 * once all have come as far. Without `VideoFrame` the elements are seen themselves.
 */
export function createPictureWall(): PictureWall {
  const panes = new Map<string, Pane>()

  const drop = (pane: Pane, count = pane.held.length) => {
    for (const { frame } of pane.held.splice(0, count)) frame.close()
  }

  const leave = (pane: Pane) => {
    drop(pane)
    pane.drawn = null
  }

  const take = (pane: Pane, video: HTMLVideoElement) => {
    if (video.seeking || video.readyState < video.HAVE_CURRENT_DATA) return
    const frame = takeFrom(video)
    if (!frame) return
    const number = frameOf(frame.timestamp / 1e6)
    if (number === newest(pane)) return frame.close()
    // What was taken before was still the picture of the place it came from.
    if (number < newest(pane)) leave(pane)
    pane.held.push({ number, frame })
    drop(pane, Math.max(0, pane.held.length - mostHeld))
  }

  const draw = (pane: Pane, number: number) => {
    const at = pane.held.findIndex((one) => one.number === number)
    const frame = pane.held[at]?.frame
    if (!frame) return
    const { canvas } = pane
    if (canvas.width !== frame.displayWidth) canvas.width = frame.displayWidth
    if (canvas.height !== frame.displayHeight) canvas.height = frame.displayHeight
    canvas.getContext('2d', { alpha: false })?.drawImage(frame, 0, 0)
    pane.drawn = number
    drop(pane, at + 1)
  }

  return {
    attach: (id, canvas) => {
      const pane: Pane = { canvas, drawn: null, held: [] }
      panes.set(id, pane)
      return () => {
        drop(pane)
        panes.delete(id)
      }
    },
    leave: (id) => {
      const pane = panes.get(id)
      if (pane) leave(pane)
    },
    look: (clips) => {
      if (!canTake()) return
      const seen = clips.flatMap(({ id, video, end }) => {
        const pane = panes.get(id)
        if (!pane) return []
        take(pane, video)
        const before = pane.drawn === null ? [] : [pane.drawn]
        return [{ pane, end, frames: [...before, ...pane.held.map(({ number }) => number)] }]
      })
      const picture = commonPicture(seen)
      for (const [at, { pane }] of seen.entries()) draw(pane, picture?.[at] ?? -1)
    },
    shows: (id, seconds) => {
      const pane = panes.get(id)
      // A hidden page is not asked for pictures.
      if (!pane || !canTake() || document.hidden) return true
      return newest(pane) === frameOf(seconds)
    },
  }
}
