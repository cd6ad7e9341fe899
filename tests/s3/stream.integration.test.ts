import { Readable } from 'node:stream'
import { describe, expect, test, vi } from 'vitest'
import { createS3Client, type S3Fetch } from '@/lib/server/media/s3-client'
import { streamObject } from '@/lib/server/media/s3-stream'
import { bucketBench, bytes, key, readAll } from './bucket-bench'

const bench = bucketBench()

describe('a transfer', () => {
  /** Lets each transfer break after that many pieces; every body that was opened. */
  function breaking(pieces: number): { fetch: S3Fetch; bodies: Readable[] } {
    const bodies: Readable[] = []
    const fetch: S3Fetch = async (url, init) => {
      const answer = await bench.fetch(url, init)
      if (init.method !== 'GET') return answer
      const chunks = answer.body as AsyncIterable<Uint8Array>
      async function* some() {
        let left = pieces
        for await (const chunk of chunks) {
          if (left-- === 0) throw new Error('broken off')
          yield chunk
        }
      }
      const body = Readable.from(some())
      bodies.push(body)
      return { ...answer, body }
    }
    return { fetch, bodies }
  }

  test('that breaks is continued where it broke', async () => {
    await bench.storage.write(key, [bytes])
    const { fetch, bodies } = breaking(2)
    const fragile = bench.another(fetch)
    expect(bytes.equals(await readAll(await fragile.read(key)))).toBe(true)
    expect(bodies.length).toBeGreaterThan(2)
  })

  test('that never brings anything ends', async () => {
    await bench.storage.write(key, [bytes])
    const { fetch, bodies } = breaking(0)
    const fragile = bench.another(fetch)
    await expect(readAll(await fragile.read(key))).rejects.toThrow('broken off')
    expect(bodies).toHaveLength(3)
  })

  test('is not continued with another file of that name', async () => {
    await bench.storage.write(key, [bytes])
    const reader = (await bench.another(breaking(1).fetch).read(key))?.getReader()
    await reader?.read()
    await bench.storage.write(key, [Buffer.from(bytes).reverse()])
    const rest = async () => {
      while (!(await reader?.read())?.done);
    }
    await expect(rest()).rejects.toMatchObject({ status: 412 })
  })

  test('that nobody reads is let go, and taken up again by whoever reads on', async () => {
    await bench.storage.write(key, [bytes])
    const { fetch, bodies } = breaking(Infinity)
    const client = createS3Client(bench.server.settings, fetch)
    const stream = await streamObject(client, key, undefined, { idle: 1 })
    await vi.waitFor(() => expect(bodies.map((body) => body.destroyed)).toEqual([true]))
    const reader = stream!.getReader()
    const chunks = [(await reader.read()).value!]
    await vi.waitFor(() => expect(bodies.map((body) => body.destroyed)).toEqual([true, true]))
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      chunks.push(next.value)
    }
    expect(bytes.equals(Buffer.concat(chunks))).toBe(true)
  })

  test('is broken off when its reader leaves', async () => {
    await bench.storage.write(key, [bytes])
    const { fetch, bodies } = breaking(Infinity)
    const reader = (await bench.another(fetch).read(key))?.getReader()
    await reader?.read()
    await reader?.cancel()
    expect(bodies.map((body) => body.destroyed)).toEqual([true])
  })
})
