import type { GalleryStart } from './gallery-snapshot'
import { createGallerySource, type GallerySource } from './gallery-source'

const kept = new Map<string, GallerySource>()
/** The present filters and those one comes back to. */
const most = 3

/** The clips of a set of filters: the same source for the same filters and member while the page lives. */
export function gallerySourceOf(
  memberId: string,
  query: string,
  zone: string,
  start?: GalleryStart,
): GallerySource {
  // The server renders for many people: nothing may outlive its request there.
  if (typeof window === 'undefined') return createGallerySource(query, zone, start)
  const key = `${memberId} ${zone} ${query}`
  const source = kept.get(key) ?? createGallerySource(query, zone, start)
  kept.delete(key)
  kept.set(key, source)
  for (const old of [...kept.keys()].slice(0, -most)) kept.delete(old)
  return source
}

/** Something was changed elsewhere: what is not on screen is read anew when it is wanted. */
export function forgetGalleries(except?: GallerySource): void {
  for (const [key, source] of kept) if (source !== except) kept.delete(key)
}
