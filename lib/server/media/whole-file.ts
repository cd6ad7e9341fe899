import 'server-only'
import type { MediaType } from './mime'
import { readInWindows } from './read-window'
import { isWholeMatroska } from './whole-matroska'
import { isWholeGif, isWholePng } from './whole-picture'
import { isWholeMp3, isWholeOgg, isWholeRiff } from './whole-sound'
import { isWholeVideo, type ReadAt } from './whole-video'

type Check = (size: number, readAt: ReadAt) => Promise<boolean>

const isWholeHeif: Check = (size, readAt) => isWholeVideo(size, readAt, 'meta')

/** Of the other types the container does not tell; pictures are read to their end besides. */
const checks: Partial<Record<MediaType, Check>> = {
  'video/mp4': isWholeVideo,
  'video/quicktime': isWholeVideo,
  'audio/mp4': isWholeVideo,
  'video/webm': isWholeMatroska,
  'video/x-matroska': isWholeMatroska,
  'audio/wav': isWholeRiff,
  'audio/ogg': isWholeOgg,
  'audio/mpeg': isWholeMp3,
  'image/png': isWholePng,
  'image/gif': isWholeGif,
  'image/heic': isWholeHeif,
  'image/heif': isWholeHeif,
  'image/avif': isWholeHeif,
}

/** Whether the container itself tells that bytes are missing at its end. `type` is by its first bytes. */
export async function isWhole(type: MediaType, size: number, readAt: ReadAt): Promise<boolean> {
  return (await checks[type]?.(size, readInWindows(readAt))) ?? true
}
