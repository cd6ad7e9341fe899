import 'server-only'
import { findMedia, keepLink, type MediaRow } from '@/lib/server/assets/store'
import type { Context } from '@/lib/server/context'
import type { OutgoingFile } from '@/lib/server/gateway/client'
import { signContentUrl } from '@/lib/server/media-items/signed-link'
import { extensionOf } from '@/lib/server/media/mime'
import { mediaKey } from '@/lib/server/media/storage'
import { isPublicUrl } from '@/lib/server/public-url'

/** How long the gateway keeps what it was given: "about three days" (protocol §5.1). */
const lifeSeconds = 3 * 24 * 3600
/** A task may lie in the gateway's queue for a while before its material is fetched. */
const leastLeftSeconds = 12 * 3600
/** The stated life is no promise: an older link is looked at before it is paid on. */
const trustedSeconds = 3600
/** Uploads may take minutes, and leave room for everything else that is said to the gateway. */
const mostUploads = 4
/** How soon to look again where one is under way. */
export const busySeconds = 1

export type LinkOutcome =
  | { kind: 'link'; url: string }
  /** It is being uploaded for somebody else, or enough others are: look again in a moment. */
  | { kind: 'busy' }
  /** Nothing was lost; another try may do. `retry_after` is in seconds. */
  | { kind: 'later'; reason: string; retry_after: number | null }
  /** The gateway will not take this file. `words` are its own. */
  | { kind: 'refused'; words: string | null }

/**
 * A link to an item's bytes that the gateway can fetch for hours to come: our own where strangers can
 * reach us or our bucket, else to a copy that the gateway keeps, for as long as that lives.
 */
export async function linkFor(context: Context, media: MediaRow): Promise<LinkOutcome> {
  const url = (await ownLink(context, media)) ?? (await keptLink(context, media))
  return url ? { kind: 'link', url } : uploadAlone(context, media)
}

async function ownLink(context: Context, { id, key, type }: MediaRow): Promise<string | null> {
  const signed = await signContentUrl(context, id, lifeSeconds)
  if (signed) return signed
  const options = { seconds: lifeSeconds, contentType: type }
  const bucket = await context.storage.signedUrl(mediaKey(key), options)
  return bucket && isPublicUrl(bucket) ? bucket : null
}

async function keptLink(context: Context, media: MediaRow): Promise<string | null> {
  const { linkUrl, linkExpiresAt } = media
  if (!linkUrl || !linkExpiresAt) return null
  const left = (linkExpiresAt.getTime() - context.clock.now().getTime()) / 1000
  if (left < leastLeftSeconds) return null
  const young = left > lifeSeconds - trustedSeconds
  return young || (await isThere(context, linkUrl)) ? linkUrl : null
}

/** False only when the link's host says so. One byte is asked for: signed links may be good for GET alone. */
async function isThere(context: Context, url: string): Promise<boolean> {
  try {
    const { status, body } = await context.egress.request(url, {
      headers: { range: 'bytes=0-0' },
      timeouts: { headers: 10_000, body: 10_000, total: 20_000 },
    })
    body.on('error', () => undefined).destroy()
    return ![403, 404, 410].includes(status)
  } catch {
    return true
  }
}

const underWay = new Set<string>()

async function uploadAlone(context: Context, { id }: MediaRow): Promise<LinkOutcome> {
  if (underWay.has(id) || underWay.size >= mostUploads) return { kind: 'busy' }
  underWay.add(id)
  try {
    // Read again: another take may have left a link in it a moment ago.
    const media = await findMedia(context.db, id)
    if (!media) throw new Error(`Media ${id} is gone.`)
    const url = await keptLink(context, media)
    return url ? { kind: 'link', url } : await upload(context, media)
  } finally {
    underWay.delete(id)
  }
}

async function upload(context: Context, media: MediaRow): Promise<LinkOutcome> {
  const stream = await context.storage.read(mediaKey(media.key))
  if (!stream) {
    context.log.error({ media: media.id }, 'the bytes of an item are not in storage')
    return { kind: 'refused', words: null }
  }
  const asked = context.clock.now()
  const outcome = await context.gateway.upload(toFile(media, stream))
  // A connection that was never made has not touched it.
  await stream.cancel().catch(() => undefined)
  switch (outcome.kind) {
    case 'uploaded': {
      const expires = new Date(asked.getTime() + lifeSeconds * 1000)
      await keepLink(context.db, media.id, outcome.url, expires)
      return { kind: 'link', url: outcome.url }
    }
    case 'refused':
      return { kind: 'refused', words: outcome.message }
    case 'unauthorised':
      return { kind: 'later', reason: outcome.kind, retry_after: null }
    case 'retry':
      return { kind: 'later', reason: outcome.reason, retry_after: outcome.retry_after ?? null }
  }
}

/** The gateway tells types by our usual extensions (protocol §5.1), not by others that say the same. */
function toFile({ name, type, bytes }: MediaRow, stream: AsyncIterable<Uint8Array>): OutgoingFile {
  const stem = name.replace(/\.[^.]*$/, '').slice(0, 80)
  return { name: `${stem}.${extensionOf(type)}`, type, bytes: Number(bytes), stream }
}
