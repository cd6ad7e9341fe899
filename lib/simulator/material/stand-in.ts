import { createHash } from 'node:crypto'
import { mimeTypeOf } from '../mime-types'
import type { Facts, Kind } from './facts'
import { Unfetchable } from './unfetchable'
import type { Content } from './material'

/** RFC 2606 and 6761: names that lead nowhere. */
const reserved = /(^|\.)(example|test|example\.(com|net|org))\.?$/i
const neverResolves = /(^|\.)invalid\.?$/i

/**
 * Links to names that cannot exist are not fetched: each stands for material of its own that fits
 * every limit, of the kind that its extension tells, and its SHA-256 is the link's. A path with
 * `missing` in it is a 404, and `.invalid` is unknown, as it is to every resolver. `null`: the name
 * may exist, ask there.
 */
export function standInFor(url: URL, kind: Kind): Content | null {
  if (neverResolves.test(url.hostname)) {
    throw new Unfetchable('connection', `${url.hostname} is unknown`)
  }
  if (!reserved.test(url.hostname)) return null
  if (url.pathname.includes('missing')) throw new Unfetchable('answer', 'HTTP 404')
  return standIn(url.href, kind, mimeTypeOf(url.pathname))
}

const usualTypes: Record<Kind, string> = {
  image: 'image/png',
  video: 'video/mp4',
  audio: 'audio/mpeg',
}

export function standIn(name: string, kind: Kind, type = usualTypes[kind]): Content {
  const sha256 = createHash('sha256').update(name).digest('hex')
  return { sha256, bytes: 100_000, type, facts: factsOf(type) }
}

function factsOf(type: string): Facts {
  if (type.startsWith('image/')) return { kind: 'image', type, width: 1280, height: 960 }
  if (type.startsWith('audio/')) return { kind: 'audio', type, seconds: 4, codec: 'mp3' }
  const size = { width: 1280, height: 720 }
  return { kind: 'video', type, ...size, seconds: 4, fps: 24, codec: 'avc', sound: 'aac' }
}
