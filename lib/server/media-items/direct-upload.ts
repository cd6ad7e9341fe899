import 'server-only'
import { randomUUID } from 'node:crypto'
import * as z from 'zod/mini'
import { AppError } from '@/lib/errors'
import type { Member } from '@/lib/models/member'
import { uploadBytes } from '@/lib/models/upload-bytes'
import type { MediaUploadPlace } from '@/lib/schemas/media-upload'
import type { Context } from '@/lib/server/context'
import { refusal } from '@/lib/server/media/refusal'
import { mediaKey, type MediaKey } from '@/lib/server/media/storage'
import { ingest, type Ingested } from './ingest'
import { isSealed, seal } from './seal'
import { findMedia, type MediaRow } from './store'

/** How long the place is open. */
const seconds = 60 * 60

/** What an upload's id carries, signed, so that nothing need be remembered of uploads that never end. */
const ticketSchema = z.object({ key: z.string(), name: z.string() })

/**
 * A place in the bucket to which a browser sends a file itself. Throws `conflict` where files are
 * kept on this machine's disk, `file_too_large`.
 */
export async function openUpload(
  context: Context,
  file: { name: string; bytes: number; type: string },
): Promise<MediaUploadPlace> {
  const allowed = /^(image|audio)\//.test(file.type) ? uploadBytes.image : uploadBytes.video
  if (file.bytes > allowed) throw refusal('file_too_large', { params: { allowed } })
  const key = mediaKey(`upload-${randomUUID()}`)
  const { bytes, type } = file
  const place = await context.storage.signedUpload(key, { bytes, type, seconds })
  if (!place) {
    throw new AppError('conflict', 'Files are kept on this machine: send it to POST /api/media.')
  }
  return { id: await toTicket(context, { key, name: file.name.slice(0, 250) }), ...place }
}

/**
 * Takes in what was sent there. It is copied to a key of its own, because the place stays open for
 * a while. What became of it is noted beside the place, for a browser that asks again because it
 * never got the answer. Throws `not_found` and the refusals of files.
 */
export async function completeUpload(
  context: Context,
  member: Member,
  id: string,
): Promise<Ingested> {
  const ticket = await readTicket(context, id)
  const { storage } = context
  const key = mediaKey(ticket.key)
  const bytes = await storage.read(key)
  if (!bytes) {
    const row = await outcomeOf(context, ticket)
    if (!row) throw new AppError('not_found', 'Nothing has arrived there.')
    return { row, created: false }
  }
  try {
    const taken = await ingest(context, {
      bytes,
      name: ticket.name,
      origin: 'upload',
      author: member,
    })
    await storage.begin(outcomeKey(ticket), taken.row.id)
    return taken
  } catch (error) {
    // Another call may have completed it, and taken the bytes away under this one.
    const row = await outcomeOf(context, ticket)
    if (!row) throw error
    return { row, created: false }
  } finally {
    await storage.remove(key)
  }
}

/** The item that the upload became, if it is complete. */
async function outcomeOf({ db, storage }: Context, ticket: Ticket): Promise<MediaRow | null> {
  const outcome = await storage.partial(outcomeKey(ticket))
  return outcome && findMedia(db, outcome.note)
}

/** Under it there is a note and never a file, so that the bucket's own rules clear it away. */
function outcomeKey({ key }: Ticket): MediaKey {
  return mediaKey(`${key}-outcome`)
}

type Ticket = z.infer<typeof ticketSchema>

async function toTicket(context: Context, ticket: Ticket): Promise<string> {
  const words = Buffer.from(JSON.stringify(ticket)).toString('base64url')
  return `${words}.${await seal(context, sealedWords(words))}`
}

/** Throws `not_found` for an id that we did not give out. */
async function readTicket(context: Context, id: string): Promise<Ticket> {
  const [words = '', given = ''] = id.split('.')
  if (!(await isSealed(context, sealedWords(words), given))) {
    throw new AppError('not_found', 'There is no such upload.')
  }
  return z.parse(ticketSchema, JSON.parse(Buffer.from(words, 'base64url').toString()))
}

function sealedWords(words: string): string {
  return `upload\n${words}`
}
