import { describe, expect, test } from 'vitest'
import { storageKinds } from '../storage-kind'
import { archiveBench, key, saved } from './archive-bench'
import { cutAfter, etag, send, serve, video, type Headers } from './replies'
import { syntheticVideo } from './video-server'

describe.each(storageKinds)('on %s', (kind) => {
  const bench = archiveBench(kind)
  const otherVideo = syntheticVideo(300_000, 2)
  const date = 'Sun, 22 Nov 2026 10:00:00 GMT'

  describe('a transfer that breaks', () => {
    test('is continued where it stopped', async () => {
      bench.server.answer(cutAfter(150_000), serve(video))
      expect(await bench.runToEnd()).toEqual({ reasons: ['interrupted'], outcome: saved(video) })
      expect(bench.server.seen[1]).toMatchObject({ range: 'bytes=150000-', ifRange: etag })
    })

    test('is continued on a fresh signature for the same object', async () => {
      bench.server.answer(cutAfter(150_000), serve(video))
      await bench.run({ url: `${bench.server.url}?sig=old` })
      expect(await bench.run({ url: `${bench.server.url}?sig=new` })).toEqual(saved(video))
      expect(bench.server.seen[1]).toMatchObject({ range: 'bytes=150000-' })
    })

    test('begins anew on a link to another object', async () => {
      bench.server.answer(cutAfter(150_000), serve(video))
      await bench.run({ url: `${bench.server.url}/other` })
      expect(await bench.run()).toEqual(saved(video))
      expect(bench.server.seen[1]).toMatchObject({ range: undefined })
    })

    test('is continued by date when the entity-tag is weak', async () => {
      const validators = { etag: 'W/"v1"', 'last-modified': date }
      bench.server.answer(cutAfter(150_000, video, validators), serve(video, validators))
      expect((await bench.runToEnd()).outcome).toEqual(saved(video))
      expect(bench.server.seen[1]).toMatchObject({ range: 'bytes=150000-', ifRange: date })
    })

    test('begins anew when nothing tells whether the rest still fits', async () => {
      bench.server.answer(cutAfter(150_000, video, {}), serve(video, {}))
      expect((await bench.runToEnd()).outcome).toEqual(saved(video))
      expect(bench.server.seen[1]).toMatchObject({ range: undefined, ifRange: undefined })
    })

    test('begins anew when the note beside it cannot be read', async () => {
      await bench.storage.begin(key, '{"source":')
      await bench.storage.append(key, 0, [Buffer.from('half of something')])
      bench.server.answer(serve(video))
      expect(await bench.run()).toEqual(saved(video))
      expect(bench.server.seen[0]).toMatchObject({ range: undefined })
    })

    test('begins anew when the server knows no ranges', async () => {
      bench.server.answer(cutAfter(150_000), send(200, { etag }, video))
      expect(await bench.runToEnd()).toEqual({ reasons: ['interrupted'], outcome: saved(video) })
      expect(bench.server.seen[1]).toMatchObject({ range: 'bytes=150000-' })
    })

    test('begins anew when the video has changed', async () => {
      bench.server.answer(cutAfter(150_000), serve(otherVideo, { etag: '"v2"' }))
      expect(await bench.runToEnd()).toEqual({
        reasons: ['interrupted'],
        outcome: saved(otherVideo),
      })
    })

    const rest = { etag, 'content-range': 'bytes 150000-399999/400000' }
    const untrue: [what: string, headers: Headers][] = [
      ['another entity-tag', { ...rest, etag: '"v2"' }],
      ['another start', { ...rest, 'content-range': 'bytes 149999-399999/400000' }],
      ['another total', { ...rest, 'content-range': 'bytes 150000-399999/400001' }],
      ['no Content-Range', { etag }],
    ]
    test.each(untrue)('takes no partial answer with %s', async (_what, headers) => {
      bench.server.answer(
        cutAfter(150_000),
        send(206, headers, video.subarray(150_000)),
        serve(video),
      )
      expect(await bench.runToEnd()).toEqual({
        reasons: ['interrupted', 'changed'],
        outcome: saved(video),
      })
      expect(bench.server.seen[2]).toMatchObject({ range: undefined })
    })

    test('takes no partial answer that nobody asked for', async () => {
      bench.server.answer(send(206, rest, video.subarray(150_000)), serve(video))
      expect(await bench.runToEnd()).toEqual({ reasons: ['changed'], outcome: saved(video) })
    })

    test('is whole when the server says that nothing is left', async () => {
      const note = { source: bench.server.url, validator: etag, total: null }
      await bench.storage.begin(key, JSON.stringify(note))
      await bench.storage.append(key, 0, [video])
      bench.server.answer(serve(video))
      expect(await bench.run()).toEqual(saved(video))
      expect(bench.server.seen).toHaveLength(1)
    })

    test('begins anew when more is held than the server has', async () => {
      const note = { source: bench.server.url, validator: etag, total: null }
      await bench.storage.begin(key, JSON.stringify(note))
      await bench.storage.append(key, 0, [video, Buffer.alloc(9)])
      bench.server.answer(serve(video))
      expect(await bench.runToEnd()).toEqual({ reasons: ['changed'], outcome: saved(video) })
    })

    test('ends when the caller does, and keeps what came', async () => {
      const caller = new AbortController()
      bench.server.answer((_request, response) => {
        response
          .writeHead(200, { etag, 'content-length': video.length })
          .write(video.subarray(0, 150_000))
      })
      const onChunk = (bytes: number) => bytes === 150_000 && caller.abort()
      expect(await bench.run({ signal: caller.signal, onChunk })).toEqual({
        kind: 'retry',
        reason: 'aborted',
      })
      expect(await bench.held()).toBe(150_000)
    })

    test('ends when it is only held open, and keeps what came', async () => {
      let look = () => {}
      const watch = (check: () => void) => {
        look = check
        return () => undefined
      }
      bench.server.answer((_request, response) => {
        response
          .writeHead(200, { etag, 'content-length': video.length })
          .write(video.subarray(0, 150_000))
      }, serve(video))
      const onChunk = (bytes: number) => {
        if (bytes !== 150_000) return
        look()
        look()
      }
      expect(await bench.run({ watch, onChunk })).toEqual({ kind: 'retry', reason: 'stalled' })
      expect(await bench.held()).toBe(150_000)
      expect(await bench.run()).toEqual(saved(video))
      expect(bench.server.seen[1]).toMatchObject({ range: 'bytes=150000-' })
    })

    test('ends when not even an answer comes', async () => {
      let look = () => {}
      bench.server.answer(() => look())
      const watch = (check: () => void) => {
        look = check
        return () => undefined
      }
      expect(await bench.run({ watch })).toEqual({ kind: 'retry', reason: 'stalled' })
    })
  })
})
