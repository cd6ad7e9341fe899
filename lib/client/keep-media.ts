import { judgeMedia } from '@/lib/models/judge-media'
import type { Media } from '@/lib/schemas/media'
import { storeMedia } from './media-store'

/** Takes over what the server said of items, by the limits of which the form judges from now on. */
export function keepMedia(heard: readonly Media[], gone: readonly string[] = []): void {
  storeMedia(heard, gone, judgeMedia)
}
