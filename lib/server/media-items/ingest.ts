import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Member } from '@/lib/models/member'
import { uploadBytes } from '@/lib/models/upload-bytes'
import type { MediaOrigin } from '@/lib/schemas/media'
import type { Context } from '@/lib/server/context'
import { extensions, kindOf, mimeBytes, mimeOf } from '@/lib/server/media/mime'
import { openBody } from '@/lib/server/media/open-body'
import { refusal } from '@/lib/server/media/refusal'
import { mediaKey } from '@/lib/server/media/storage'
import { examine, type StoredFile } from './examine'
import { measure } from './measure'
import { mediaName } from './media-name'
import { findMediaByHash, insertMedia, replaceBytes, revealMedia, type MediaRow } from './store'

export type IngestSource = {
  bytes: AsyncIterable<Uint8Array>
  /** As it came; it is cleaned, and given the extension of what the bytes are. */
  name: string
  origin: MediaOrigin
  author: Member
  /** The item and the task it was made from. */
  sourceId?: string | null
  taskId?: string | null
}

export type Ingested = { row: MediaRow; created: boolean }

/**
 * Takes a file in: streamed to storage under a fresh key while it is hashed, judged by its bytes
 * alone, and kept once per content. `created` is false when the content was known; a hidden item is
 * shown again, and one whose bytes are gone from storage has these from now on. Whatever goes wrong,
 * nothing stays; what a killed process leaves, scripts/storage-tidy.ts finds. Throws the refusals of lib/models/upload-issue.ts,
 * and what the source throws.
 */
export async function ingest(context: Context, source: IngestSource): Promise<Ingested> {
  const { head, bytes, close } = await openBody(source.bytes, mimeBytes)
  const type = mimeOf(head)
  if (!type) {
    await close()
    throw refusal(head.length === 0 ? 'file_empty' : 'file_type_not_taken')
  }
  const { storage, db } = context
  const key = mediaKey(`media-${randomUUID()}.${extensions[type]}`)
  let kept = false
  try {
    const measured = measure(bytes, uploadBytes[kindOf(type)])
    const stored = await storage.write(key, measured.bytes)
    const sha256 = measured.sha256()
    const known = await revealMedia(db, sha256)
    if (known && (await storage.head(mediaKey(known.key)))) return { row: known, created: false }
    const file = { key, type, bytes: stored.bytes }
    kept = await keep(context, source, file, { sha256, known })
    if (known?.thumbKey && kept) await storage.remove(mediaKey(known.thumbKey))
    const row = await findMediaByHash(db, sha256)
    if (!row) throw new Error('An item was deleted while it was being answered')
    return { row, created: kept && !known }
  } finally {
    if (!kept) await storage.remove(key)
  }
}

/** `false` when another process has kept the same content meanwhile. */
async function keep(
  context: Context,
  source: IngestSource,
  file: StoredFile,
  { sha256, known }: { sha256: string; known: MediaRow | null },
): Promise<boolean> {
  const { storage, db, clock } = context
  const { facts, thumbnail } = await inTurn(context, () => examine(context, file))
  const allowed = uploadBytes[facts.kind]
  if (facts.bytes > allowed) throw refusal('file_too_large', { params: { allowed } })
  const thumbKey = thumbnail && mediaKey(`${file.key.replace(/\..*$/, '')}-thumb.webp`)
  if (thumbKey) await storage.write(thumbKey, [thumbnail.image])
  const bytes = { key: file.key, thumbKey, thumbhash: thumbnail?.thumbhash ?? null }
  let kept = false
  try {
    kept = known
      ? await replaceBytes(db, known, bytes)
      : await insertMedia(db, {
          ...facts,
          ...bytes,
          sha256,
          name: mediaName(source.name, facts.type),
          origin: source.origin,
          authorId: source.author.id,
          sourceId: source.sourceId,
          taskId: source.taskId,
          createdAt: clock.now(),
        })
  } finally {
    if (thumbKey && !kept) await storage.remove(thumbKey)
  }
  return kept
}

/** A few files at a time: each takes memory. */
async function inTurn<T>({ examinations }: Context, work: () => Promise<T>): Promise<T> {
  const results: T[] = []
  await examinations.run(randomUUID(), async () => void results.push(await work()))
  return results[0] as T
}
