import 'server-only'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ProbedMedia } from './probe'
import type { MediaKey, Storage } from './storage'

/** How long a probe may say nothing while nothing is owed to it, and how long it may take. Milliseconds. */
export type ProbeLimits = { silence: number; total: number }

const usual: ProbeLimits = { silence: 10_000, total: 90_000 }

/** No index of a file that we take is larger. */
const maxSpan = 32 * 1024 * 1024

type Message = { ask: number; start: number; end: number } | { found: ProbedMedia | null }

/**
 * What the container of a clip or a sound says; null when there is neither, or nothing readable. A
 * file can be made so that its reader never ends: the reader is a thread of its own, with little
 * memory, which is ended when it takes too long.
 */
export async function probeStranger(
  storage: Storage,
  { key, bytes }: { key: MediaKey; bytes: number },
  limits = usual,
): Promise<ProbedMedia | null> {
  // By its path on disk: a bundler would have to make a bundle of its own of it.
  const worker = new Worker(path.resolve('lib/server/media/probe-worker.mjs'), {
    workerData: { bytes },
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 48, maxYoungGenerationSizeMb: 8 },
  })
  try {
    return await answerOf(worker, limits, (start, end) => readSpan(storage, key, start, end))
  } finally {
    await worker.terminate()
  }
}

function answerOf(
  worker: Worker,
  { silence, total }: ProbeLimits,
  read: (start: number, end: number) => Promise<Uint8Array<ArrayBuffer> | null>,
): Promise<ProbedMedia | null> {
  return new Promise((resolve) => {
    let owed = 0
    const end = (found: ProbedMedia | null) => {
      clearTimeout(deadline)
      clearTimeout(patience)
      resolve(found)
    }
    const give = async ({ ask, start, end: stop }: { ask: number; start: number; end: number }) => {
      owed += 1
      const bytes = await read(start, stop).catch(() => null)
      owed -= 1
      worker.postMessage({ ask, bytes }, bytes ? [bytes.buffer] : [])
      patience.refresh()
    }
    const deadline = setTimeout(() => end(null), total)
    const patience = setTimeout(() => (owed > 0 ? patience.refresh() : end(null)), silence)
    worker.on('message', (message: Message) => {
      if ('found' in message) end(message.found)
      else void give(message)
    })
    worker.on('error', () => end(null))
    worker.on('exit', () => end(null))
  })
}

async function readSpan(
  storage: Storage,
  key: MediaKey,
  start: number,
  end: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (end - start > maxSpan) return null
  const stream = await storage.read(key, { start, end: end - 1 })
  return stream && new Uint8Array(await new Response(stream).arrayBuffer())
}
