import { parentPort, workerData } from 'node:worker_threads'
import { CustomSource, Input } from 'mediabunny'
import { probedFormats, probeInput } from './probe-input.mjs'

/**
 * Probes one file of `workerData.bytes` bytes, which it asks its parent for, span by span, and posts
 * what it found. It may hang on what strangers made: its parent ends it then.
 * @typedef {{ ask: number, start: number, end: number }} SpanWanted
 * @typedef {{ ask: number, bytes: Uint8Array | null }} SpanGiven
 * @typedef {{ found: import('./probe').ProbedMedia | null }} Found
 */

/** @type {Map<number, (bytes: Uint8Array | null) => void>} */
const waiting = new Map()
let asked = 0

parentPort?.on('message', (/** @type {SpanGiven} */ { ask, bytes }) => {
  waiting.get(ask)?.(bytes)
  waiting.delete(ask)
})

/** @param {SpanWanted | Found} message */
const post = (message) => parentPort?.postMessage(message)

/**
 * @param {number} start
 * @param {number} end
 * @returns {Promise<Uint8Array>}
 */
function read(start, end) {
  const ask = (asked += 1)
  return new Promise((resolve, reject) => {
    waiting.set(ask, (bytes) => (bytes ? resolve(bytes) : reject(new Error('Not to be read'))))
    post({ ask, start, end })
  })
}

const input = new Input({
  formats: probedFormats,
  source: new CustomSource({
    getSize: () => workerData.bytes,
    read,
    prefetchProfile: 'fileSystem',
    maxCacheSize: 4 * 1024 * 1024,
    handleUnhandledError: () => undefined,
  }),
})
post({ found: await probeInput(input).catch(() => null) })
