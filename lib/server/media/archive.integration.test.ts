import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createEgress, type Egress } from '@/lib/server/egress'
import { archiveVideo, type ArchiveOutcome } from './archive'
import type { DownloadOptions } from './download'
import { createLocalStorage } from './local'
import { mediaKey, type Storage } from './storage'
import {
  startVideoServer,
  syntheticVideo,
  type Reply,
  type VideoServer,
} from './video-server.test-support'

const key = mediaKey('archived-clip.mp4')
const video = syntheticVideo(400_000)
const otherVideo = syntheticVideo(300_000, 2)
const etag = '"v1"'
const date = 'Sun, 22 Nov 2026 10:00:00 GMT'

let root: string
let server: VideoServer
let egress: Egress
let storage: Storage

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'dailies-archive-'))
  server = await startVideoServer()
  egress = createEgress({ trusted: [server.host], allow: [] })
})
afterAll(async () => {
  await egress.close()
  await server.close()
  await rm(root, { recursive: true })
})
beforeEach(async () => {
  storage = createLocalStorage(await mkdtemp(path.join(root, 's-')))
})

const run = (change: Partial<DownloadOptions> = {}): Promise<ArchiveOutcome> =>
  archiveVideo({
    storage,
    key,
    url: server.url,
    fetch: (url, init) => egress.request(url, init),
    signal: new AbortController().signal,
    maxBytes: 1_000_000,
    watch: () => () => undefined,
    ...change,
  })

/** Calls until the outcome is not `retry`, as the engine does; the reasons on the way and the end. */
async function runToEnd(change: Partial<DownloadOptions> = {}) {
  const reasons: string[] = []
  for (let left = 5; left > 0; left -= 1) {
    const outcome = await run(change)
    if (outcome.kind !== 'retry') return { reasons, outcome }
    reasons.push(outcome.reason)
  }
  throw new Error(`no end after ${reasons.join(', ')}`)
}

const saved = (file: Buffer) => ({
  kind: 'saved',
  bytes: file.length,
  sha256: createHash('sha256').update(file).digest('hex'),
  contentType: 'video/mp4',
})

async function stored(): Promise<Buffer | null> {
  const stream = await storage.read(key)
  return stream && Buffer.from(await new Response(stream).arrayBuffer())
}

const held = async () => (await storage.partial(key))?.bytes ?? 0

type Headers = Record<string, string | undefined>

/** An honest server: ranges, If-Range, whatever validators it is given. */
function serve(file: Buffer, validators: Headers = { etag }): Reply {
  return (request, response) => {
    const { range, 'if-range': ifRange } = request.headers
    const known = Object.values(validators)
    const start = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? NaN)
    if (Number.isNaN(start) || (ifRange && !known.includes(ifRange.toString()))) {
      return response
        .writeHead(200, defined({ ...validators, 'content-length': `${file.length}` }))
        .end(file)
    }
    if (start >= file.length) {
      return response.writeHead(416, { 'content-range': `bytes */${file.length}` }).end()
    }
    const headers = defined({
      ...validators,
      'content-length': `${file.length - start}`,
      'content-range': `bytes ${start}-${file.length - 1}/${file.length}`,
    })
    return response.writeHead(206, headers).end(file.subarray(start))
  }
}

/** Sends that many bytes of a whole answer and drops the connection. */
function cutAfter(bytes: number, file = video, validators: Headers = { etag }): Reply {
  return (_request, response) => {
    response.writeHead(200, defined({ ...validators, 'content-length': `${file.length}` }))
    response.write(file.subarray(0, bytes), () => setImmediate(() => response.socket?.end()))
  }
}

function send(status: number, headers: Headers, body: Buffer | string): Reply {
  return (_request, response) => response.writeHead(status, defined(headers)).end(body)
}

function defined(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )
}

describe('a good link', () => {
  test('is saved whole, with its hash, and says how far it is', async () => {
    server.answer(serve(video))
    const steps: [number, number | null][] = []
    expect(await run({ onChunk: (...step) => steps.push(step) })).toEqual(saved(video))
    expect(video.equals((await stored()) ?? Buffer.alloc(0))).toBe(true)
    expect(steps.at(-1)).toEqual([video.length, video.length])
    expect(server.seen).toEqual([{ range: undefined, ifRange: undefined, encoding: 'identity' }])
  })

  test('is not fetched again once it is stored', async () => {
    server.answer(serve(video))
    await run()
    server.answer(send(403, {}, ''))
    expect(await run()).toEqual(saved(video))
    expect(server.seen).toEqual([])
  })

  test('is not fetched again when only the commit was missing', async () => {
    const note = { source: server.url, validator: etag, total: video.length }
    await storage.begin(key, JSON.stringify(note))
    await storage.append(key, 0, [video])
    server.answer(send(403, {}, ''))
    expect(await run()).toEqual(saved(video))
    expect(server.seen).toEqual([])
  })

  test('without a Content-Length is saved', async () => {
    server.answer(send(200, { 'transfer-encoding': 'chunked' }, video))
    expect(await run()).toEqual(saved(video))
  })

  test('whose bytes come compressed against our wish is saved as they were', async () => {
    server.answer(send(200, { etag, 'content-encoding': 'gzip' }, gzipSync(video)))
    expect(await run()).toEqual(saved(video))
  })
})

describe('a transfer that breaks', () => {
  test('is continued where it stopped', async () => {
    server.answer(cutAfter(150_000), serve(video))
    expect(await runToEnd()).toEqual({ reasons: ['interrupted'], outcome: saved(video) })
    expect(server.seen[1]).toMatchObject({ range: 'bytes=150000-', ifRange: etag })
  })

  test('is continued on a fresh signature for the same object', async () => {
    server.answer(cutAfter(150_000), serve(video))
    await run({ url: `${server.url}?sig=old` })
    expect(await run({ url: `${server.url}?sig=new` })).toEqual(saved(video))
    expect(server.seen[1]).toMatchObject({ range: 'bytes=150000-' })
  })

  test('begins anew on a link to another object', async () => {
    server.answer(cutAfter(150_000), serve(video))
    await run({ url: `${server.url}/other` })
    expect(await run()).toEqual(saved(video))
    expect(server.seen[1]).toMatchObject({ range: undefined })
  })

  test('is continued by date when the entity-tag is weak', async () => {
    const validators = { etag: 'W/"v1"', 'last-modified': date }
    server.answer(cutAfter(150_000, video, validators), serve(video, validators))
    expect((await runToEnd()).outcome).toEqual(saved(video))
    expect(server.seen[1]).toMatchObject({ range: 'bytes=150000-', ifRange: date })
  })

  test('begins anew when nothing tells whether the rest still fits', async () => {
    server.answer(cutAfter(150_000, video, {}), serve(video, {}))
    expect((await runToEnd()).outcome).toEqual(saved(video))
    expect(server.seen[1]).toMatchObject({ range: undefined, ifRange: undefined })
  })

  test('begins anew when the note beside it cannot be read', async () => {
    await storage.begin(key, '{"source":')
    await storage.append(key, 0, [Buffer.from('half of something')])
    server.answer(serve(video))
    expect(await run()).toEqual(saved(video))
    expect(server.seen[0]).toMatchObject({ range: undefined })
  })

  test('begins anew when the server knows no ranges', async () => {
    server.answer(cutAfter(150_000), send(200, { etag }, video))
    expect(await runToEnd()).toEqual({ reasons: ['interrupted'], outcome: saved(video) })
    expect(server.seen[1]).toMatchObject({ range: 'bytes=150000-' })
  })

  test('begins anew when the video has changed', async () => {
    server.answer(cutAfter(150_000), serve(otherVideo, { etag: '"v2"' }))
    expect(await runToEnd()).toEqual({ reasons: ['interrupted'], outcome: saved(otherVideo) })
  })

  const rest = { etag, 'content-range': 'bytes 150000-399999/400000' }
  const untrue: [what: string, headers: Headers][] = [
    ['another entity-tag', { ...rest, etag: '"v2"' }],
    ['another start', { ...rest, 'content-range': 'bytes 149999-399999/400000' }],
    ['another total', { ...rest, 'content-range': 'bytes 150000-399999/400001' }],
    ['no Content-Range', { etag }],
  ]
  test.each(untrue)('takes no partial answer with %s', async (_what, headers) => {
    server.answer(cutAfter(150_000), send(206, headers, video.subarray(150_000)), serve(video))
    expect(await runToEnd()).toEqual({ reasons: ['interrupted', 'changed'], outcome: saved(video) })
    expect(server.seen[2]).toMatchObject({ range: undefined })
  })

  test('takes no partial answer that nobody asked for', async () => {
    server.answer(send(206, rest, video.subarray(150_000)), serve(video))
    expect(await runToEnd()).toEqual({ reasons: ['changed'], outcome: saved(video) })
  })

  test('is whole when the server says that nothing is left', async () => {
    const note = { source: server.url, validator: etag, total: null }
    await storage.begin(key, JSON.stringify(note))
    await storage.append(key, 0, [video])
    server.answer(serve(video))
    expect(await run()).toEqual(saved(video))
    expect(server.seen).toHaveLength(1)
  })

  test('begins anew when more is held than the server has', async () => {
    const note = { source: server.url, validator: etag, total: null }
    await storage.begin(key, JSON.stringify(note))
    await storage.append(key, 0, [video, Buffer.alloc(9)])
    server.answer(serve(video))
    expect(await runToEnd()).toEqual({ reasons: ['changed'], outcome: saved(video) })
  })

  test('ends when the caller does, and keeps what came', async () => {
    const caller = new AbortController()
    server.answer((_request, response) => {
      response
        .writeHead(200, { etag, 'content-length': video.length })
        .write(video.subarray(0, 150_000))
    })
    const onChunk = (bytes: number) => bytes === 150_000 && caller.abort()
    expect(await run({ signal: caller.signal, onChunk })).toEqual({
      kind: 'retry',
      reason: 'aborted',
    })
    expect(await held()).toBe(150_000)
  })

  test('ends when it is only held open, and keeps what came', async () => {
    let look = () => {}
    const watch = (check: () => void) => {
      look = check
      return () => undefined
    }
    server.answer((_request, response) => {
      response
        .writeHead(200, { etag, 'content-length': video.length })
        .write(video.subarray(0, 150_000))
    }, serve(video))
    const onChunk = (bytes: number) => {
      if (bytes !== 150_000) return
      look()
      look()
    }
    expect(await run({ watch, onChunk })).toEqual({ kind: 'retry', reason: 'stalled' })
    expect(await held()).toBe(150_000)
    expect(await run()).toEqual(saved(video))
    expect(server.seen[1]).toMatchObject({ range: 'bytes=150000-' })
  })

  test('ends when not even an answer comes', async () => {
    let look = () => {}
    server.answer(() => look())
    const watch = (check: () => void) => {
      look = check
      return () => undefined
    }
    expect(await run({ watch })).toEqual({ kind: 'retry', reason: 'stalled' })
  })
})

describe('a video cut short by its server', () => {
  const half = video.subarray(0, 200_000)

  test.each([
    ['that gave the short length', { etag, 'content-length': '200000' }],
    ['that gave no length', { etag, 'transfer-encoding': 'chunked' }],
  ])('%s is not saved', async (_what, headers) => {
    server.answer(send(200, headers, half), serve(video))
    expect(await runToEnd()).toEqual({ reasons: ['truncated'], outcome: saved(video) })
    expect(server.seen[1]).toMatchObject({ range: undefined })
  })

  test('that closes the connection in place of a length is not saved', async () => {
    const reply: Reply = (_request, response) => {
      response.useChunkedEncodingByDefault = false
      response.writeHead(200, { etag, connection: 'close' }).end(half)
    }
    server.answer(reply, serve(video))
    expect(await runToEnd()).toEqual({ reasons: ['truncated'], outcome: saved(video) })
  })

  test('that had said more is continued', async () => {
    const fetch: DownloadOptions['fetch'] = async (url, init) => {
      const answer = await egress.request(url, init)
      return { ...answer, headers: { ...answer.headers, 'content-length': '400000' } }
    }
    server.answer(send(200, { etag, 'content-length': '200000' }, half))
    expect(await run({ fetch })).toMatchObject({ kind: 'retry', reason: 'truncated' })
    server.answer(serve(video))
    expect(await run()).toEqual(saved(video))
    expect(server.seen[0]).toMatchObject({ range: 'bytes=200000-' })
  })
})

describe('an answer that is no video', () => {
  const page = '<!doctype html><title>Sorry</title><p>This clip is being prepared, come back later.'

  test('with status 200 does not cost what is held', async () => {
    server.answer(cutAfter(150_000), send(200, { 'content-type': 'video/mp4' }, page), serve(video))
    expect(await runToEnd()).toEqual({
      reasons: ['interrupted', 'not_video'],
      outcome: saved(video),
    })
    expect(server.seen[2]).toMatchObject({ range: 'bytes=150000-' })
  })

  test.each([403, 404, 410])(
    'with status %i means that the link is dead, and keeps what is held',
    async (status) => {
      server.answer(cutAfter(150_000), send(status, {}, page))
      expect(await runToEnd()).toEqual({
        reasons: ['interrupted'],
        outcome: { kind: 'expired', status },
      })
      expect(await held()).toBe(150_000)
    },
  )

  test.each([204, 400, 401, 429, 500, 503])(
    'with status %i is worth another try',
    async (status) => {
      server.answer(send(status, {}, ''))
      expect(await run()).toEqual({ kind: 'retry', reason: 'status', detail: String(status) })
    },
  )

  test('is an empty one too', async () => {
    server.answer(send(200, { 'content-length': '0' }, ''))
    expect(await run()).toMatchObject({ kind: 'retry', reason: 'not_video' })
  })

  test('is one in an encoding we do not know', async () => {
    server.answer(send(200, { 'content-encoding': 'zstd' }, video))
    expect(await run()).toEqual({ kind: 'retry', reason: 'encoding', detail: 'zstd' })
  })

  test('is one whose compression is broken', async () => {
    server.answer(send(200, { 'content-encoding': 'gzip' }, video))
    expect(await run()).toMatchObject({ kind: 'retry', reason: 'interrupted' })
  })
})

describe('limits', () => {
  test.each([
    ['announced', { 'content-length': `${video.length}` }],
    ['not announced', { 'transfer-encoding': 'chunked' }],
  ])('a video over the limit is refused, %s, and leaves nothing', async (_what, headers) => {
    server.answer(send(200, { etag, ...headers }, video))
    expect(await run({ maxBytes: 399_999 })).toMatchObject({ kind: 'retry', reason: 'too_large' })
    expect(await storage.partial(key)).toBeNull()
  })

  test('a small file that unpacks to a large one is refused', async () => {
    const bomb = gzipSync(Buffer.concat([video.subarray(0, 100), Buffer.alloc(20_000_000)]))
    server.answer(send(200, { 'content-encoding': 'gzip' }, bomb))
    expect(await run()).toMatchObject({ kind: 'retry', reason: 'too_large' })
  })

  test('nobody there is worth another try', async () => {
    const gone = await startVideoServer()
    await gone.close()
    const lone = createEgress({ trusted: [gone.host], allow: [] })
    const fetch: DownloadOptions['fetch'] = (url, init) => lone.request(url, init)
    expect(await run({ url: gone.url, fetch })).toEqual({
      kind: 'retry',
      reason: 'unreachable',
      detail: 'refused',
    })
    await lone.close()
  })

  test('a storage that fails is an error, not a bad transfer', async () => {
    const file = path.join(root, 'in-the-way')
    await writeFile(file, '')
    server.answer(serve(video))
    await expect(run({ storage: createLocalStorage(path.join(file, 'media')) })).rejects.toThrow()
  })
})
