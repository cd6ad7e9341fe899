import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'

type Metadata = Record<string, string | number | undefined>
type Incoming = {
  bucket: string
  key: string
  content: AsyncIterable<Uint8Array>
  metadata: Metadata
}
type Stored = { bytes: Buffer; etag: string; metadata: Metadata; modified: Date }
type Upload = { key: string; metadata: Metadata; parts: Map<number, Buffer> }
type Config = { type: string }

/**
 * What s3rver keeps its objects in: its own store writes them in place, so that what a broken PUT left
 * stands for the whole. In a bucket an object appears whole or not at all, and lists are in order.
 */
export class MemoryStore {
  readonly objects = new Map<string, Stored>()
  readonly uploads = new Map<string, Upload>()
  private readonly buckets = new Map<string, Date>()
  private readonly configs = new Map<string, Config>()

  /** `pageSize`: the most that one answer to a listing names. */
  constructor(private readonly pageSize: number) {}

  async getBucket(name: string) {
    const created = this.buckets.get(name)
    return created ? { name, creationDate: created } : null
  }

  async putBucket(name: string) {
    this.buckets.set(name, new Date())
  }

  async getSubresource(_bucket: string, _key: string | undefined, type: string) {
    return this.configs.get(type) ?? null
  }

  async putSubresource(_bucket: string, _key: string | undefined, config: Config) {
    this.configs.set(config.type, config)
  }

  async existsObject(_bucket: string, key: string) {
    return this.objects.has(key)
  }

  async deleteObject(_bucket: string, key: string) {
    this.objects.delete(key)
  }

  async getObject(_bucket: string, key: string, asked: { start?: number; end?: number } = {}) {
    const stored = this.objects.get(key)
    if (!stored) return null
    const last = stored.bytes.length - 1
    const range =
      asked.start === undefined
        ? undefined
        : { start: asked.start, end: Math.min(asked.end ?? last, last) }
    const content =
      range && range.start > last
        ? null
        : Readable.from(pieces(stored.bytes.subarray(range?.start ?? 0, (range?.end ?? last) + 1)))
    return { ...this.facts(key, stored), content, range }
  }

  etagOf(key: string): string | null {
    return this.objects.get(key)?.etag ?? null
  }

  async putObject({ key, content, metadata }: Incoming) {
    const bytes = await collect(content)
    return this.keep(key, bytes, metadata)
  }

  async initiateUpload(_bucket: string, key: string, id: string, metadata: Metadata) {
    this.uploads.set(id, { key, metadata, parts: new Map() })
  }

  async putPart(
    _bucket: string,
    id: string,
    number: string,
    content: AsyncIterable<Uint8Array>,
  ): Promise<{ size: number; md5: string }> {
    const bytes = await collect(content)
    this.uploads.get(id)?.parts.set(Number(number), bytes)
    return { size: bytes.length, md5: md5(bytes) }
  }

  async putObjectMultipart(_bucket: string, id: string, named: { number: number; etag: string }[]) {
    const upload = this.uploads.get(id)
    const parts = named.map(({ number, etag }) => {
      const part = upload?.parts.get(number)
      if (!part || md5(part) !== etag) throw new Error('InvalidPart')
      return part
    })
    // All but the last have at least five megabytes.
    if (!upload || parts.slice(0, -1).some((part) => part.length < 5 * 1024 ** 2)) {
      throw new Error('EntityTooSmall')
    }
    this.uploads.delete(id)
    return this.keep(upload.key, Buffer.concat(parts), upload.metadata)
  }

  async listObjects(
    _bucket: string,
    {
      prefix = '',
      startAfter = '',
      maxKeys,
    }: { prefix?: string; startAfter?: string; maxKeys: number },
  ) {
    const names = [...this.objects.keys()]
      .filter((name) => name.startsWith(prefix) && name > startAfter)
      .sort()
    const page = names.slice(0, Math.min(maxKeys, this.pageSize))
    return {
      objects: page.map((name) => this.facts(name, this.objects.get(name)!)),
      commonPrefixes: [],
      isTruncated: page.length < names.length,
    }
  }

  private keep(key: string, bytes: Buffer, metadata: Metadata) {
    const hash = md5(bytes)
    this.objects.set(key, { bytes, etag: JSON.stringify(hash), metadata, modified: new Date() })
    return { size: bytes.length, md5: hash }
  }

  private facts(key: string, { bytes, etag, metadata, modified }: Stored) {
    return {
      key,
      size: bytes.length,
      lastModifiedDate: modified,
      metadata: {
        'content-type': metadata['content-type'] ?? 'binary/octet-stream',
        etag,
        'last-modified': modified.toUTCString(),
        'content-length': bytes.length,
      },
    }
  }
}

/** Throws when the connection breaks before the end. */
async function collect(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of content) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}

function md5(bytes: Buffer): string {
  return createHash('md5').update(bytes).digest('hex')
}
