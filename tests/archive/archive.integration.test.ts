import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { createEgress } from '@/lib/server/egress'
import type { DownloadOptions } from '@/lib/server/media/download'
import { createLocalStorage } from '@/lib/server/media/local'
import { storageKinds } from '../storage-kind'
import { archiveBench, key, saved } from './archive-bench'
import { cutAfter, etag, send, serve, video } from './replies'
import { startVideoServer, type Reply } from './video-server'

describe.each(storageKinds)('on %s', (kind) => {
  const bench = archiveBench(kind)

  describe('a good link', () => {
    test('is saved whole, with its hash, and says how far it is', async () => {
      bench.server.answer(serve(video))
      const steps: [number, number | null][] = []
      expect(await bench.run({ onChunk: (...step) => steps.push(step) })).toEqual(saved(video))
      expect(video.equals(await bench.stored())).toBe(true)
      expect(steps.at(-1)).toEqual([video.length, video.length])
      expect(bench.server.seen).toEqual([
        { range: undefined, ifRange: undefined, encoding: 'identity' },
      ])
    })

    test('is not fetched again once it is stored', async () => {
      bench.server.answer(serve(video))
      await bench.run()
      bench.server.answer(send(403, {}, ''))
      expect(await bench.run()).toEqual(saved(video))
      expect(bench.server.seen).toEqual([])
    })

    test('is not fetched again when only the commit was missing', async () => {
      const note = { source: bench.server.url, validator: etag, total: video.length }
      await bench.storage.begin(key, JSON.stringify(note))
      await bench.storage.append(key, 0, [video])
      bench.server.answer(send(403, {}, ''))
      expect(await bench.run()).toEqual(saved(video))
      expect(bench.server.seen).toEqual([])
    })

    test('without a Content-Length is saved', async () => {
      bench.server.answer(send(200, { 'transfer-encoding': 'chunked' }, video))
      expect(await bench.run()).toEqual(saved(video))
    })

    test('whose bytes come compressed against our wish is saved as they were', async () => {
      bench.server.answer(send(200, { etag, 'content-encoding': 'gzip' }, gzipSync(video)))
      expect(await bench.run()).toEqual(saved(video))
    })
  })

  describe('a video cut short by its server', () => {
    const half = video.subarray(0, 200_000)

    test.each([
      ['that gave the short length', { etag, 'content-length': '200000' }],
      ['that gave no length', { etag, 'transfer-encoding': 'chunked' }],
    ])('%s is not saved', async (_what, headers) => {
      bench.server.answer(send(200, headers, half), serve(video))
      expect(await bench.runToEnd()).toEqual({ reasons: ['truncated'], outcome: saved(video) })
      expect(bench.server.seen[1]).toMatchObject({ range: undefined })
    })

    test('that closes the connection in place of a length is not saved', async () => {
      const reply: Reply = (_request, response) => {
        response.useChunkedEncodingByDefault = false
        response.writeHead(200, { etag, connection: 'close' }).end(half)
      }
      bench.server.answer(reply, serve(video))
      expect(await bench.runToEnd()).toEqual({ reasons: ['truncated'], outcome: saved(video) })
    })

    test('that had said more is continued', async () => {
      const fetch: DownloadOptions['fetch'] = async (url, init) => {
        const answer = await bench.fetch(url, init)
        return { ...answer, headers: { ...answer.headers, 'content-length': '400000' } }
      }
      bench.server.answer(send(200, { etag, 'content-length': '200000' }, half))
      expect(await bench.run({ fetch })).toMatchObject({ kind: 'retry', reason: 'truncated' })
      bench.server.answer(serve(video))
      expect(await bench.run()).toEqual(saved(video))
      expect(bench.server.seen[0]).toMatchObject({ range: 'bytes=200000-' })
    })
  })

  describe('an answer that is no video', () => {
    const page =
      '<!doctype html><title>Sorry</title><p>This clip is being prepared, come back later.'

    test('with status 200 does not cost what is held', async () => {
      bench.server.answer(
        cutAfter(150_000),
        send(200, { 'content-type': 'video/mp4' }, page),
        serve(video),
      )
      expect(await bench.runToEnd()).toEqual({
        reasons: ['interrupted', 'not_video'],
        outcome: saved(video),
      })
      expect(bench.server.seen[2]).toMatchObject({ range: 'bytes=150000-' })
    })

    test.each([403, 404, 410])(
      'with status %i means that the link is dead, and keeps what is held',
      async (status) => {
        bench.server.answer(cutAfter(150_000), send(status, {}, page))
        expect(await bench.runToEnd()).toEqual({
          reasons: ['interrupted'],
          outcome: { kind: 'expired', status },
        })
        expect(await bench.held()).toBe(150_000)
      },
    )

    test.each([204, 400, 401, 429, 500, 503])(
      'with status %i is worth another try',
      async (status) => {
        bench.server.answer(send(status, {}, ''))
        expect(await bench.run()).toEqual({
          kind: 'retry',
          reason: 'status',
          detail: String(status),
        })
      },
    )

    test('is an empty one too', async () => {
      bench.server.answer(send(200, { 'content-length': '0' }, ''))
      expect(await bench.run()).toMatchObject({ kind: 'retry', reason: 'not_video' })
    })

    test('is one in an encoding we do not know', async () => {
      bench.server.answer(send(200, { 'content-encoding': 'zstd' }, video))
      expect(await bench.run()).toEqual({ kind: 'retry', reason: 'encoding', detail: 'zstd' })
    })

    test('is one whose compression is broken', async () => {
      bench.server.answer(send(200, { 'content-encoding': 'gzip' }, video))
      expect(await bench.run()).toMatchObject({ kind: 'retry', reason: 'interrupted' })
    })
  })

  describe('limits', () => {
    test.each([
      ['announced', { 'content-length': `${video.length}` }],
      ['not announced', { 'transfer-encoding': 'chunked' }],
    ])('a video over the limit is refused, %s, and leaves nothing', async (_what, headers) => {
      bench.server.answer(send(200, { etag, ...headers }, video))
      expect(await bench.run({ maxBytes: 399_999 })).toMatchObject({
        kind: 'retry',
        reason: 'too_large',
      })
      expect(await bench.storage.partial(key)).toBeNull()
    })

    test('a small file that unpacks to a large one is refused', async () => {
      const bomb = gzipSync(Buffer.concat([video.subarray(0, 100), Buffer.alloc(20_000_000)]))
      bench.server.answer(send(200, { 'content-encoding': 'gzip' }, bomb))
      expect(await bench.run()).toMatchObject({ kind: 'retry', reason: 'too_large' })
    })

    test('nobody there is worth another try', async () => {
      const gone = await startVideoServer()
      await gone.close()
      const lone = createEgress({ trusted: [gone.host], allow: [] })
      const fetch: DownloadOptions['fetch'] = (url, init) => lone.request(url, init)
      expect(await bench.run({ url: gone.url, fetch })).toEqual({
        kind: 'retry',
        reason: 'unreachable',
        detail: 'refused',
      })
      await lone.close()
    })

    test('a storage that fails is an error, not a bad transfer', async () => {
      const file = path.join(bench.root, 'in-the-way')
      await writeFile(file, '')
      bench.server.answer(serve(video))
      await expect(
        bench.run({ storage: createLocalStorage(path.join(file, 'media')) }),
      ).rejects.toThrow()
    })
  })
})
