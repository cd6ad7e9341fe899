import { frameOf } from '@/components/player/timecode'
import { isOver, placeIn, type Standing } from './clock-order'

/** What an element tells of, when it may have become another `Standing`. */
export const tellingEvents = [
  'loadedmetadata',
  'durationchange',
  'canplay',
  'seeked',
  'waiting',
  'ended',
  'error',
  'playing',
]

/** One clip as its element tells it. */
export function readClip(video: HTMLVideoElement): Standing {
  const length = Number.isFinite(video.duration) ? video.duration : 0
  const at = video.currentTime
  const enough = isOver({ at, length }) ? video.HAVE_CURRENT_DATA : video.HAVE_FUTURE_DATA
  return {
    at,
    length,
    ready: !video.seeking && video.readyState >= enough,
    moving: !video.paused && !video.ended,
    failed: video.error !== null,
  }
}

/** The number of its last frame, if it stands there. */
export function endOf(clip: Standing): number | null {
  return isOver(clip) && !clip.moving ? frameOf(placeIn(clip.length, clip.length)) : null
}
