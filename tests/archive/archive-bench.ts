import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { createEgress, type Egress } from '@/lib/server/egress'
import { archiveVideo, type ArchiveOutcome } from '@/lib/server/media/archive'
import type { DownloadOptions } from '@/lib/server/media/download'
import { createLocalStorage } from '@/lib/server/media/local'
import { createS3Storage } from '@/lib/server/media/s3'
import { mediaKey, type Storage } from '@/lib/server/media/storage'
import { startS3, type S3Server } from '../s3/s3-server'
import type { StorageKind } from '../storage-kind'
import { startVideoServer, type VideoServer } from './video-server'

export const key = mediaKey('archived-clip.mp4')

/** What a test archives with: an empty storage for each test, the real egress, and a server of its own. */
export function archiveBench(kind: StorageKind): ArchiveBench {
  const bench = new ArchiveBench(kind)
  beforeAll(() => bench.open())
  beforeEach(() => bench.clear())
  afterAll(() => bench.close())
  return bench
}

class ArchiveBench {
  server!: VideoServer
  storage!: Storage
  /** A folder for anything else. */
  root!: string
  private egress!: Egress
  private s3: S3Server | null = null

  constructor(private readonly kind: StorageKind) {}

  readonly fetch: DownloadOptions['fetch'] = (url, init) => this.egress.request(url, init)

  run(change: Partial<DownloadOptions> = {}): Promise<ArchiveOutcome> {
    return archiveVideo({
      storage: this.storage,
      key,
      url: this.server.url,
      fetch: this.fetch,
      signal: new AbortController().signal,
      maxBytes: 1_000_000,
      watch: () => () => undefined,
      ...change,
    })
  }

  /** Calls until the outcome is not `retry`, as the engine does; the reasons on the way and the end. */
  async runToEnd(): Promise<{ reasons: string[]; outcome: ArchiveOutcome }> {
    const reasons: string[] = []
    for (let left = 5; left > 0; left -= 1) {
      const outcome = await this.run()
      if (outcome.kind !== 'retry') return { reasons, outcome }
      reasons.push(outcome.reason)
    }
    throw new Error(`no end after ${reasons.join(', ')}`)
  }

  /** Bytes of the partial. */
  async held(): Promise<number> {
    return (await this.storage.partial(key))?.bytes ?? 0
  }

  async stored(): Promise<Buffer> {
    return Buffer.from(await new Response(await this.storage.read(key)).arrayBuffer())
  }

  async open(): Promise<void> {
    this.root = await mkdtemp(path.join(tmpdir(), 'dailies-archive-'))
    this.server = await startVideoServer()
    this.s3 = this.kind === 's3' ? await startS3() : null
    const bucket = this.s3 ? [this.s3.host] : []
    this.egress = createEgress({ trusted: [this.server.host, ...bucket], allow: [] })
  }

  async clear(): Promise<void> {
    this.s3?.store.objects.clear()
    this.storage = this.s3
      ? createS3Storage(this.s3.settings, this.egress.request)
      : createLocalStorage(await mkdtemp(path.join(this.root, 's-')))
  }

  async close(): Promise<void> {
    await this.egress.close()
    await this.server.close()
    await this.s3?.close()
    await rm(this.root, { recursive: true })
  }
}

export function saved(file: Buffer): ArchiveOutcome {
  const sha256 = createHash('sha256').update(file).digest('hex')
  return { kind: 'saved', bytes: file.length, sha256, contentType: 'video/mp4' }
}
