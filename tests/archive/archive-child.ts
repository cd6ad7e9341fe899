import { readFileSync, writeFileSync } from 'node:fs'
import { createEgress } from '@/lib/server/egress'
import { archiveVideo } from '@/lib/server/media/archive'
import { createLocalStorage } from '@/lib/server/media/local'
import { createS3Storage } from '@/lib/server/media/s3'
import type { S3Settings } from '@/lib/server/media/s3-settings'
import { mediaKey } from '@/lib/server/media/storage'

/**
 * A process that archives a video, for tests that kill it: `url place key…`, one copy for each key, into
 * a folder or, where the place is JSON, into a bucket with these settings.
 * Writes a line of JSON for each chunk held, and one for each outcome with the memory (KiB) that its
 * copy took at its peak.
 */
const [url = '', place = '', ...keys] = process.argv.slice(2)
const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`)

const bucket = place.startsWith('{') ? (JSON.parse(place) as S3Settings) : null
const hosts = [url, bucket?.bucketUrl ?? []].flat().map((one) => new URL(one).host)
const egress = createEgress({ trusted: hosts, allow: [] })
const storage = bucket ? createS3Storage(bucket, egress.request) : createLocalStorage(place)
for (const key of keys) {
  const before = restMemory()
  const outcome = await archiveVideo({
    storage,
    key: mediaKey(key),
    url,
    fetch: (link, init) => egress.request(link, init),
    signal: new AbortController().signal,
    maxBytes: 1024 ** 3,
    onChunk: (held) => say({ held }),
  })
  say({ outcome, grown: memory('VmHWM') - before })
}
await egress.close()

/** Sets the peak back to what is in use now. Only Linux tells; elsewhere nothing grows. */
function restMemory(): number {
  if (process.platform === 'linux') writeFileSync('/proc/self/clear_refs', '5')
  return memory('VmRSS')
}

function memory(field: 'VmRSS' | 'VmHWM'): number {
  if (process.platform !== 'linux') return 0
  const status = readFileSync('/proc/self/status', 'utf8')
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1])
}
