import 'server-only'
import type { Context } from '@/lib/server/context'
import type { MediaKey } from '@/lib/server/media/storage'
import { namedKeys } from './store'

/** Longer than any upload takes from its first byte to its row. */
const graceMs = 24 * 3600 * 1000

/**
 * Files that people brought and that no item names: what a process left that was killed between storing
 * a file and writing its row, and what was sent to the bucket and never completed. Clips and posters of
 * tasks are never among them.
 */
export async function findOrphans({
  storage,
  db,
  clock,
}: Pick<Context, 'storage' | 'db' | 'clock'>): Promise<MediaKey[]> {
  const brought: MediaKey[] = []
  for await (const key of storage.keys()) if (/^(media|upload)-/.test(key)) brought.push(key)
  const named = await namedKeys(db)
  const before = clock.now().getTime() - graceMs
  const orphans: MediaKey[] = []
  for (const key of brought) {
    if (named.has(key)) continue
    const stored = await storage.head(key)
    if (stored && stored.modifiedAt.getTime() < before) orphans.push(key)
  }
  return orphans
}
