import 'server-only'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createS3Client, type S3Fetch } from './s3-client'
import { putObject } from './s3-multipart'
import { createS3Partials } from './s3-partials'
import type { S3Settings } from './s3-settings'
import { streamObject } from './s3-stream'
import { isMediaKey, type MediaKey, type Storage, type StoredMedia } from './storage'

/**
 * Storage in an S3-compatible bucket. A whole file is the object of its key's name; all else begins with
 * a `~`, which no key does. Throws S3Error, or what `fetch` throws.
 */
export function createS3Storage(settings: S3Settings, fetch: S3Fetch): Storage {
  const client = createS3Client(settings, fetch)
  const partials = createS3Partials(client)

  /** Nothing but the file remains. */
  async function published(key: MediaKey): Promise<StoredMedia> {
    await partials.discard(key)
    const stored = await client.head(key)
    if (!stored) throw new Error('A file vanished while it was being stored')
    return stored
  }

  return {
    head: client.head,
    read: (key, span) => streamObject(client, key, span),
    partial: partials.partial,
    begin: partials.begin,
    append: partials.append,
    readPartial: partials.readPartial,
    discard: partials.discard,

    async write(key, source) {
      await putObject(client, key, source)
      return published(key)
    },

    async withFile(key, borrow) {
      const stream = await streamObject(client, key)
      if (!stream) return null
      const folder = await mkdtemp(path.join(tmpdir(), 'dailies-'))
      try {
        const file = path.join(folder, key)
        await writeFile(file, stream)
        return await borrow(file)
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },

    async remove(key) {
      await partials.discard(key)
      await client.delete(key)
    },

    async *keys() {
      for await (const { name } of client.list('')) {
        // Names come in order, and no key comes after a `~`.
        if (name.startsWith('~')) return
        if (isMediaKey(name)) yield name
      }
    },

    signedUrl: (key, { seconds, contentType, disposition }) => {
      const query: Record<string, string> = {}
      if (contentType) query['response-content-type'] = contentType
      if (disposition) query['response-content-disposition'] = disposition
      return client.presign({ method: 'GET', key, query }, seconds)
    },

    async signedUpload(key, { bytes, type, seconds }) {
      const headers = { 'content-type': type, 'content-length': String(bytes) }
      const url = await client.presign({ method: 'PUT', key, headers }, seconds)
      return { url, method: 'PUT', headers: { 'content-type': type } }
    },

    async commit(key, bytes) {
      const open = await partials.whole(key, bytes)
      await client.put(key, { bytes, open })
      return published(key)
    },
  }
}
