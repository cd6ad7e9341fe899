import 'server-only'
import { createHash } from 'node:crypto'
import { download, type DownloadOptions } from './download'
import { mimeBytes, mimeOf } from './mime'
import { readNote } from './resume-note'
import type { MediaKey, Storage } from './storage'
import type { RetryReason } from './transfer-error'
import { isWholeVideo } from './whole-video'

export type ArchiveOutcome =
  /** `sha256` in hex. */
  | { kind: 'saved'; bytes: number; sha256: string; contentType: string }
  /** The link is dead (403, 404, 410): ask the gateway for a fresh one. */
  | { kind: 'expired'; status: number }
  /** Worth another call with the same key: what can be continued is kept. */
  | { kind: 'retry'; reason: RetryReason; detail?: string }

/**
 * Brings a finished video into storage; its link lives about three days (protocol §4.2). May be
 * killed at any moment and called again: what arrived stays, the rest is asked for by Range, and a
 * video already stored is only hashed. Throws when the storage fails.
 */
export async function archiveVideo(options: DownloadOptions): Promise<ArchiveOutcome> {
  const { storage, key } = options
  if (await storage.head(key)) {
    await storage.discard(key)
    return describe((span) => storage.read(key, span))
  }

  if (!(await isAllHere(storage, key))) {
    const outcome = await download(options)
    if (outcome.kind !== 'done') return outcome
  }
  const read: ReadSpan = (span) => storage.readPartial(key, span)
  const bytes = (await storage.partial(key))?.bytes ?? 0
  if (!(await isWholeVideo(bytes, (start, length) => peek(read, start, length)))) {
    await storage.remove(key)
    return { kind: 'retry', reason: 'truncated', detail: `no whole video in ${bytes} bytes` }
  }
  const saved = await describe(read)
  await storage.commit(key, saved.bytes)
  return saved
}

/** A process may have died between the last byte and the commit. */
async function isAllHere(storage: Storage, key: MediaKey): Promise<boolean> {
  const partial = await storage.partial(key)
  return partial !== null && readNote(partial.note)?.total === partial.bytes
}

type ReadSpan = (span?: { start: number; end: number }) => ReturnType<Storage['read']>

/** Hashes what the disk gives back rather than what the network brought: it is what players will get. */
async function describe(read: ReadSpan): Promise<ArchiveOutcome & { kind: 'saved' }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of (await read()) ?? []) {
    hash.update(chunk)
    bytes += chunk.length
  }
  const contentType = mimeOf(await peek(read, 0, mimeBytes)) ?? 'application/octet-stream'
  return { kind: 'saved', bytes, sha256: hash.digest('hex'), contentType }
}

async function peek(read: ReadSpan, start: number, length: number): Promise<Uint8Array> {
  const stream = await read({ start, end: start + length - 1 })
  return stream ? new Uint8Array(await new Response(stream).arrayBuffer()) : new Uint8Array()
}
