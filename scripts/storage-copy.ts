/**
 * `npm run storage:copy -- --from local --to s3`, or the other way round: copies every file that is
 * stored, and verifies each by the SHA-256 of what the other side gives back. May be ended at any time
 * and run again; it goes on where it stopped. The files stay where they were unless `--delete` is given.
 * Exits with 1 when a file could not be copied.
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { createEgress } from '@/lib/server/egress'
import { parseS3 } from '@/lib/server/env'
import { createLocalStorage } from '@/lib/server/media/local'
import { createS3Storage } from '@/lib/server/media/s3'
import type { MediaKey } from '@/lib/server/media/storage'
import { copyMedia, type CopyOutcome } from '@/lib/server/media/storage-copy'
import { loadEnvFile } from './launcher/env-file.mjs'

const usage = 'Say where from and where to: --from local --to s3, or --from s3 --to local.'

/** Files under way at once. */
const width = 4

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        delete: { type: 'boolean', default: false },
      },
    })
    return values
  } catch {
    return fail(usage)
  }
}

function readSettings() {
  try {
    return parseS3(process.env)
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
}

const { from, to, delete: remove } = readArguments()
if (!['local s3', 's3 local'].includes(`${from} ${to}`)) fail(usage)

loadEnvFile('.env')
const settings = readSettings()
const egress = createEgress({ trusted: [new URL(settings.bucketUrl).host], allow: [] })
const local = createLocalStorage(path.resolve(process.env.DATA_DIR || 'data', 'media'))
const bucket = createS3Storage(settings, egress.request)
const [source, destination] = from === 'local' ? [local, bucket] : [bucket, local]

const keys: MediaKey[] = []
for await (const key of source.keys()) keys.push(key)
console.log(`${keys.length} files to copy from ${from} to ${to}`)

const count: Record<CopyOutcome['kind'] | 'failed', number> = {
  copied: 0,
  present: 0,
  gone: 0,
  failed: 0,
}
let next = 0

async function work(): Promise<void> {
  while (next < keys.length) {
    const at = next++
    const key = keys[at] as MediaKey
    const place = `[${at + 1}/${keys.length}] ${key}`
    try {
      const { kind, bytes } = await copyMedia({ from: source, to: destination, key, remove })
      count[kind] += 1
      console.log(`${place}  ${(bytes / 1e6).toFixed(1)} MB  ${kind}`)
    } catch (error) {
      count.failed += 1
      console.error(`${place}  ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}
await Promise.all(Array.from({ length: width }, work))
await egress.close()

const verified = count.copied + count.present
console.log(
  `${verified} of ${keys.length} verified: ${count.copied} copied, ${count.present} there already`,
)
if (count.gone > 0) console.log(`${count.gone} were removed meanwhile`)
if (count.failed > 0) fail(`${count.failed} failed. Run it again to try them once more.`)
