import 'server-only'
import type { MediaFacts } from '@/lib/models/media-facts'
import type { Context } from '@/lib/server/context'
import { examineImage } from '@/lib/server/media/examine-image'
import { kindOf, type MediaType } from '@/lib/server/media/mime'
import { makePoster } from '@/lib/server/media/poster'
import { probeStranger } from '@/lib/server/media/probe-stranger'
import { refusal } from '@/lib/server/media/refusal'
import type { MediaKey } from '@/lib/server/media/storage'
import { makeThumbnail, type Thumbnail } from '@/lib/server/media/thumbnail'
import { isWhole } from '@/lib/server/media/whole-file'

/** `type` is what the first bytes promised. */
export type StoredFile = { key: MediaKey; type: MediaType; bytes: number }

export type Examined = { facts: MediaFacts & { type: MediaType }; thumbnail: Thumbnail | null }

const nothing = {
  width: null,
  height: null,
  duration: null,
  fps: null,
  codec: null,
  sound: null,
} as const

/**
 * Everything that is known of a stored file, read from its bytes, and a small picture of it: of a clip
 * where there is ffmpeg, of a sound never. Throws the refusals of files that cannot be read.
 */
export async function examine(context: Context, file: StoredFile): Promise<Examined> {
  const { storage } = context
  const readAt = async (start: number, length: number) => {
    if (start >= file.bytes) return new Uint8Array()
    const stream = await storage.read(file.key, { start, end: start + length - 1 })
    return new Uint8Array(await new Response(stream).arrayBuffer())
  }
  if (!(await isWhole(file.type, file.bytes, readAt))) throw refusal('file_truncated')
  return kindOf(file.type) === 'image' ? ofImage(context, file) : ofTimed(context, file)
}

async function ofImage(context: Context, { key, type, bytes }: StoredFile): Promise<Examined> {
  const image = await context.storage.withFile(key, (path) => examineImage(path, { type, bytes }))
  if (!image) throw refusal('file_unreadable')
  const { thumbnail, ...size } = image
  return { facts: { kind: 'image', type, bytes, ...nothing, ...size }, thumbnail }
}

async function ofTimed(context: Context, { key, bytes }: StoredFile): Promise<Examined> {
  const { storage, ffmpeg } = context
  const probed = await probeStranger(storage, { key, bytes })
  if (!probed) throw refusal('file_unreadable')
  const { kind, type } = probed
  if (probed.kind === 'audio') {
    return { facts: { kind, type, bytes, ...nothing, ...probed.facts }, thumbnail: null }
  }
  const { hasAudio, ...picture } = probed.facts
  const facts = { kind, type, bytes, ...picture, sound: hasAudio }
  if (!ffmpeg) return { facts, thumbnail: null }
  const { duration } = picture
  const frame = await storage.withFile(key, (input) => makePoster({ ffmpeg, input, duration }))
  return { facts, thumbnail: frame ? await makeThumbnail(frame) : null }
}
