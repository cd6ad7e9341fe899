import { afterAll, beforeAll, beforeEach } from 'vitest'
import { createEgress, type Egress } from '@/lib/server/egress'
import { createS3Storage } from '@/lib/server/media/s3'
import type { S3Fetch } from '@/lib/server/media/s3-client'
import { mediaKey, type Storage } from '@/lib/server/media/storage'
import { startS3, type S3Server } from './s3-server'

export const key = mediaKey('bucket-file.mp4')

/** More than three chunks of a partial. */
export const bytes = Buffer.from(
  Uint8Array.from({ length: 900_000 }, (_, at) => (at * 7 + (at >> 9)) & 255),
)

/** What a test of the driver works with: an empty bucket for each test, and the real egress. */
export function bucketBench(): BucketBench {
  const bench = new BucketBench()
  beforeAll(() => bench.open())
  beforeEach(() => bench.clear())
  afterAll(() => bench.close())
  return bench
}

class BucketBench {
  server!: S3Server
  storage!: Storage
  private egress!: Egress

  readonly fetch: S3Fetch = (url, init) => this.egress.request(url, init)

  /** Another process's view of the bucket. */
  another(fetch: S3Fetch): Storage {
    return createS3Storage(this.server.settings, fetch)
  }

  /** Names of all objects. */
  names(): string[] {
    return [...this.server.store.objects.keys()]
  }

  async stored(): Promise<Buffer> {
    return readAll(await this.storage.read(key))
  }

  async open(): Promise<void> {
    this.server = await startS3({ pageSize: 2 })
    this.egress = createEgress({ trusted: [this.server.host], allow: [] })
  }

  clear(): void {
    this.server.store.objects.clear()
    this.server.requests.length = 0
    this.server.meet(() => {})
    this.storage = this.another(this.fetch)
  }

  async close(): Promise<void> {
    await this.egress.close()
    await this.server.close()
  }
}

export async function readAll(stream: ReadableStream | null): Promise<Buffer> {
  return Buffer.from(await new Response(stream).arrayBuffer())
}
