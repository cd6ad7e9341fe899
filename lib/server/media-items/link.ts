import 'server-only'
import { AppError } from '@/lib/errors'
import type { Member } from '@/lib/models/member'
import { uploadBytes } from '@/lib/models/upload-bytes'
import type { Context } from '@/lib/server/context'
import type { EgressResponse } from '@/lib/server/egress'
import { EgressError } from '@/lib/server/egress-error'
import { decodeBody } from '@/lib/server/media/decode-body'
import { refusal } from '@/lib/server/media/refusal'
import { ingest, type Ingested } from './ingest'

const timeouts = { headers: 30_000, body: 30_000, total: 10 * 60_000 }

/** Brings the file of a public https link in. Throws the refusals of links and of files, on `url`. */
export async function takeLink(context: Context, member: Member, url: string): Promise<Ingested> {
  const answer = await open(context, url)
  try {
    const bytes = bodyOf(answer)
    return await ingest(context, { bytes, name: nameOf(url), origin: 'link', author: member })
  } catch (error) {
    throw onUrl(error)
  } finally {
    answer.body.on('error', () => undefined).destroy()
  }
}

async function open(context: Context, url: string): Promise<EgressResponse> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw refusal('link_unreadable')
  }
  try {
    return await context.egress.request(url, {
      foreign: true,
      timeouts,
      maxBytes: uploadBytes.video,
    })
  } catch (cause) {
    throw translated(cause)
  }
}

function bodyOf({ status, headers, body }: EgressResponse): AsyncIterable<Uint8Array> {
  if (status !== 200) throw refusal('link_refused', { params: { status } })
  const encoding = headers['content-encoding'] ?? 'identity'
  const plain = encoding === 'identity' ? body : decodeBody(encoding, body)
  if (!plain) throw refusal('file_unreadable')
  return unbroken(plain)
}

async function* unbroken(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of body) yield chunk
  } catch (cause) {
    throw translated(cause)
  }
}

function translated(cause: unknown): AppError {
  const code = cause instanceof EgressError ? cause.code : null
  if (code === 'blocked') return refusal('link_blocked', { cause })
  return code === 'too_large'
    ? refusal('file_too_large', { params: { allowed: uploadBytes.video }, cause })
    : refusal('link_unreachable', { cause })
}

/** What is wrong with the file is wrong with the link that was typed. */
function onUrl(error: unknown): unknown {
  if (!(error instanceof AppError) || !error.fields?.file) return error
  const fields = { url: error.fields.file }
  return new AppError(error.code, error.message, { fields, cause: error.cause })
}

function nameOf(url: string): string {
  const { pathname } = new URL(url)
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}
