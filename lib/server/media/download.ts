import 'server-only'
import { parseContentRange } from './content-range'
import { decodeBody } from './decode-body'
import type { Fetched, Fetcher } from './fetcher'
import { isVideoType, mimeBytes, mimeOf } from './mime'
import { openBody } from './open-body'
import { watchPace, type Watch } from './pace'
import { readNote, sourceOf, validatorOf, writeNote, type ResumeNote } from './resume-note'
import type { MediaKey, Storage } from './storage'
import { errorLabel, TransferError, type RetryReason } from './transfer-error'

export type DownloadOptions = {
  storage: Storage
  key: MediaKey
  url: string
  fetch: Fetcher
  signal: AbortSignal
  /** Of the whole video. */
  maxBytes: number
  /** Bytes held so far, and of how many if known. */
  onChunk?: (held: number, total: number | null) => void
  /** How the pace of the transfer is watched; every 30 seconds unless told otherwise. */
  watch?: Watch
}

export type DownloadOutcome =
  | { kind: 'done' }
  | { kind: 'expired'; status: number }
  | { kind: 'retry'; reason: RetryReason; detail?: string }

/** After these, what is held is of no use. */
const startsOver: ReadonlySet<RetryReason> = new Set(['changed', 'too_large'])

/**
 * One transfer into the partial, from where the last one stopped if that is safe. Throws when the
 * storage fails.
 */
export async function download(options: DownloadOptions): Promise<DownloadOutcome> {
  const pace = watchPace(options.watch)
  const signal = AbortSignal.any([options.signal, pace.signal])
  try {
    return await transfer({ ...options, signal, count: pace.count })
  } catch (error) {
    if (!(error instanceof TransferError)) throw error
    if (startsOver.has(error.reason)) await options.storage.remove(options.key)
    else if (options.signal.aborted) return { kind: 'retry', reason: 'aborted' }
    else if (pace.signal.aborted) return { kind: 'retry', reason: 'stalled' }
    return { kind: 'retry', reason: error.reason, detail: error.detail }
  } finally {
    pace.stop()
  }
}

type Job = DownloadOptions & { count: (bytes: number) => void }
type Held = { bytes: number; note: ResumeNote; validator: string }

async function transfer(job: Job): Promise<DownloadOutcome> {
  const held = await resumable(job)
  const answer = await ask(job, held)
  switch (answer.status) {
    case 200:
      await startOver(job, answer)
      return { kind: 'done' }
    case 206:
      await goOn(job, answer, held)
      return { kind: 'done' }
  }

  await discard(answer.body)
  if (answer.status === 416 && held) {
    // Held all along, by a sender that had never told how long the video is.
    const total = parseContentRange(answer.headers['content-range'])?.total
    if (total === held.bytes) return { kind: 'done' }
    throw new TransferError('changed')
  }
  if ([403, 404, 410].includes(answer.status)) return { kind: 'expired', status: answer.status }
  throw new TransferError('status', String(answer.status))
}

/** What is held of exactly this link's video and can be continued; null = begin at the beginning. */
async function resumable({ storage, key, url }: Job): Promise<Held | null> {
  const partial = await storage.partial(key)
  if (!partial || partial.bytes === 0) return null
  const note = readNote(partial.note)
  if (!note?.validator || note.source !== sourceOf(url)) return null
  return { bytes: partial.bytes, note, validator: note.validator }
}

async function ask({ url, fetch, signal }: Job, held: Held | null): Promise<Fetched> {
  const headers: Record<string, string> = { 'accept-encoding': 'identity' }
  if (held) {
    headers['range'] = `bytes=${held.bytes}-`
    headers['if-range'] = held.validator
  }
  try {
    return await fetch(url, { headers, signal })
  } catch (error) {
    throw new TransferError('unreachable', errorLabel(error))
  }
}

/** A 200: the first answer, or the sender's word that the video is another one or cannot be continued. */
async function startOver(job: Job, { headers, body }: Fetched): Promise<void> {
  const encoding = headers['content-encoding']
  const plain = encoding === undefined || encoding === 'identity'
  const decoded = plain ? body : decodeBody(encoding, body)
  if (!decoded) {
    await discard(body)
    throw new TransferError('encoding', encoding)
  }
  const opened = await interruptible(openBody(decoded, mimeBytes))
  try {
    // An error page with status 200 must not cost what is held: judge before beginning anew.
    if (!isVideoType(mimeOf(opened.head))) throw new TransferError('not_video')
    const total = plain ? lengthOf(headers) : null
    if (total !== null && total > job.maxBytes) throw new TransferError('too_large', `${total}`)
    const validator = plain ? validatorOf(headers) : null
    await job.storage.begin(job.key, writeNote({ source: sourceOf(job.url), validator, total }))
    await save(job, opened.bytes, 0, total)
  } finally {
    await opened.close()
  }
}

/** A 206, which is only believed if it continues what we hold. */
async function goOn(job: Job, { headers, body }: Fetched, held: Held | null): Promise<void> {
  const range = parseContentRange(headers['content-range'])
  const sameTag =
    !headers.etag || !held?.validator.startsWith('"') || headers.etag === held.validator
  const sameTotal = !range?.total || !held?.note.total || range.total === held.note.total
  if (!held || range?.start !== held.bytes || !sameTag || !sameTotal) {
    await discard(body)
    throw new TransferError('changed')
  }
  const opened = await interruptible(openBody(body, 1))
  await save(job, opened.bytes, held.bytes, held.note.total ?? range.total)
}

async function save(
  job: Job,
  bytes: AsyncIterable<Uint8Array>,
  offset: number,
  total: number | null,
): Promise<void> {
  const held = await job.storage.append(job.key, offset, counted(job, bytes, offset, total))
  if (total !== null && held < total) throw new TransferError('truncated', `${held} of ${total}`)
}

async function* counted(
  { count, onChunk, maxBytes }: Job,
  bytes: AsyncIterable<Uint8Array>,
  offset: number,
  total: number | null,
): AsyncGenerator<Uint8Array> {
  let held = offset
  try {
    for await (const chunk of bytes) {
      count(chunk.length)
      held += chunk.length
      if (total !== null && held > total) throw new TransferError('changed', `over ${total} bytes`)
      if (held > maxBytes) throw new TransferError('too_large', `over ${maxBytes} bytes`)
      yield chunk
      onChunk?.(held, total)
    }
  } catch (error) {
    throw error instanceof TransferError
      ? error
      : new TransferError('interrupted', errorLabel(error))
  }
}

async function interruptible<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise
  } catch (error) {
    throw new TransferError('interrupted', errorLabel(error))
  }
}

async function discard(body: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    const opened = await openBody(body, 1)
    await opened.close()
  } catch {
    // It broke by itself.
  }
}

function lengthOf(headers: Record<string, string | undefined>): number | null {
  const length = headers['content-length'] ?? ''
  return /^\d+$/.test(length) ? Number(length) : null
}
