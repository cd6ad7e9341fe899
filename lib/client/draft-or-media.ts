import { subscribeDrafts } from './draft-store'
import { subscribeMedia } from './media-store'

/** What is derived from the draft and from its material changes with either. */
export function subscribeDraftOrMedia(listener: () => void): () => void {
  const stops = [subscribeDrafts(listener), subscribeMedia(listener)]
  return () => stops.forEach((stop) => stop())
}
