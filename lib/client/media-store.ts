import type { KnownMedia } from '@/lib/models/judge-input'
import type { FactsOf } from '@/lib/models/media-facts'
import type { Media } from '@/lib/schemas/media'

/** Our items by reference, as last heard of; null = the server knows none such any more. */
const items = new Map<string, Media | null>()
const listeners = new Set<() => void>()
let revision = 0
let rules: KnownMedia | null = null

/** Takes over what the server said; an item that says nothing new keeps its identity. */
export function storeMedia(
  heard: readonly Media[],
  gone: readonly string[],
  judgeMedia: KnownMedia['judgeMedia'],
): void {
  rules = { factsOf, judgeMedia }
  let changed = false
  for (const media of heard) {
    const known = items.get(media.reference)
    if (known && JSON.stringify(known) === JSON.stringify(media)) continue
    items.set(media.reference, media)
    changed = true
  }
  for (const reference of gone) {
    changed ||= items.get(reference) !== null
    items.set(reference, null)
  }
  if (!changed) return
  revision += 1
  for (const listener of listeners) listener()
}

export function knownMedia(reference: string): Media | undefined {
  return items.get(reference) ?? undefined
}

/** Goes up whenever an item changes: whatever is derived from items is judged anew. */
export function mediaRevision(): number {
  return revision
}

/** What the form's limits are judged by. */
export const factsOf: FactsOf = knownMedia

/** Null as long as nothing is known of any item. */
export const mediaRules = (): KnownMedia | null => rules

export function subscribeMedia(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** As last heard of: undefined while it is not known, null when it is gone. */
export function mediaAt(reference: string): Media | null | undefined {
  return items.get(reference)
}
