import path from 'node:path'
import { createEgress } from '@/lib/server/egress'
import { archiveVideo } from '@/lib/server/media/archive'
import { createLocalStorage } from '@/lib/server/media/local'
import { createS3Storage } from '@/lib/server/media/s3'
import type { S3Settings } from '@/lib/server/media/s3-settings'
import { mediaKey } from '@/lib/server/media/storage'

/**
 * A process that archives videos, for tests that kill it: `place url…`, each under the last part of its
 * URL, into a folder or, where the place is JSON, into a bucket with these settings.
 * Writes a line of JSON for each chunk held, and one for each outcome with the most bytes of
 * memory that its copy held.
 */
const [place = '', ...urls] = process.argv.slice(2)
const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`)

const bucket = place.startsWith('{') ? (JSON.parse(place) as S3Settings) : null
const hosts = [...urls, bucket?.bucketUrl ?? []].flat().map((one) => new URL(one).host)
const egress = createEgress({ trusted: hosts, allow: [] })
const storage = bucket ? createS3Storage(bucket, egress.request) : createLocalStorage(place)
for (const url of urls) {
  const before = liveMemory()
  let most = before
  let next = 0
  const outcome = await archiveVideo({
    storage,
    key: mediaKey(path.basename(new URL(url).pathname)),
    url,
    fetch: (link, init) => egress.request(link, init),
    signal: new AbortController().signal,
    maxBytes: 1024 ** 3,
    onChunk: (held) => {
      say({ held })
      if (held < next) return
      next = held + 1024 ** 2
      most = Math.max(most, liveMemory())
    },
  })
  say({ outcome, grown: most - before })
}
await egress.close()

/** Bytes that are still in use, where the process was started with `--expose-gc`. */
function liveMemory(): number {
  if (!globalThis.gc) return 0
  globalThis.gc()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
