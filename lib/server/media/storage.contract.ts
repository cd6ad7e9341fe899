import { readFile } from 'node:fs/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { mediaKey, type ByteSpan, type Storage } from './storage'

const key = mediaKey('contract-file.mp4')
const other = mediaKey('contract-other.mp4')

/** What every storage driver does. `create` makes an empty storage. */
export function describeStorage(name: string, create: () => Promise<Storage>): void {
  describe(`${name} keeps the contract of storage`, () => {
    let storage: Storage

    beforeEach(async () => {
      storage = await create()
    })

    describe('a file', () => {
      test('that was never written is not there', async () => {
        expect(await storage.head(key)).toBeNull()
        expect(await storage.read(key)).toBeNull()
        expect(await storage.withFile(key, async () => 'seen')).toBeNull()
        await expect(storage.remove(key)).resolves.toBeUndefined()
      })

      test('is read back as it was written', async () => {
        const bytes = pattern(300_000)
        const stored = await storage.write(key, inChunks(bytes, 70_001))
        expect(stored.bytes).toBe(bytes.length)
        expect(await storage.head(key)).toEqual(stored)
        expect(bytes.equals(await content(storage, key))).toBe(true)
      })

      test('may be empty', async () => {
        await storage.write(key, [])
        expect(await storage.head(key)).toMatchObject({ bytes: 0 })
        expect(await content(storage, key)).toEqual(Buffer.alloc(0))
      })

      const spans: [span: ByteSpan, from: number, to: number][] = [
        [{ start: 0, end: 0 }, 0, 1],
        [{ start: 65_535, end: 65_536 }, 65_535, 65_537],
        [{ start: 10, end: 199_999 }, 10, 200_000],
        [{ start: 199_999, end: 199_999 }, 199_999, 200_000],
        [{ start: 150_000, end: 900_000 }, 150_000, 200_000],
        [{ start: 200_000, end: 200_010 }, 200_000, 200_000],
      ]
      test.each(spans)('gives the span %o', async (span, from, to) => {
        const bytes = pattern(200_000)
        await storage.write(key, [bytes])
        const part = await content(storage, key, span)
        expect(part.equals(bytes.subarray(from, to))).toBe(true)
      })

      test('comes in pieces of at most 64 KiB', async () => {
        await storage.write(key, [pattern(200_000)])
        const sizes: number[] = []
        for await (const chunk of (await storage.read(key)) ?? []) sizes.push(chunk.length)
        expect(Math.max(...sizes)).toBeLessThanOrEqual(64 * 1024)
      })

      test('may be left in the middle of reading', async () => {
        await storage.write(key, [pattern(200_000)])
        const reader = (await storage.read(key))?.getReader()
        await reader?.read()
        await expect(reader?.cancel()).resolves.toBeUndefined()
        expect(await content(storage, key)).toHaveLength(200_000)
      })

      test('is replaced whole', async () => {
        await storage.write(key, [pattern(1000)])
        await storage.write(key, [Buffer.from('new')])
        expect(await content(storage, key)).toEqual(Buffer.from('new'))
      })

      test('stays as it was when the source of a new one breaks', async () => {
        await storage.write(key, [Buffer.from('old')])
        await expect(storage.write(key, broken(Buffer.from('half')))).rejects.toThrow('broken')
        expect(await content(storage, key)).toEqual(Buffer.from('old'))
        await expect(storage.write(other, broken(Buffer.from('half')))).rejects.toThrow('broken')
        expect(await storage.head(other)).toBeNull()
      })

      test('is lent as a path on this machine', async () => {
        await storage.write(key, [Buffer.from('lent')])
        expect(await storage.withFile(key, (path) => readFile(path, 'utf8'))).toBe('lent')
      })

      test('is gone once removed', async () => {
        await storage.write(key, [Buffer.from('bytes')])
        await storage.remove(key)
        expect(await storage.head(key)).toBeNull()
        expect(await storage.read(key)).toBeNull()
      })
    })

    describe('a partial', () => {
      test('is not there before it begins', async () => {
        expect(await storage.partial(key)).toBeNull()
        expect(await storage.readPartial(key)).toBeNull()
        await expect(storage.append(key, 0, [Buffer.from('x')])).rejects.toThrow()
        await expect(storage.commit(key, 0)).rejects.toThrow()
      })

      test('keeps its note and grows, unseen by readers, until it is committed', async () => {
        await storage.begin(key, 'a note, 说明')
        expect(await storage.partial(key)).toEqual({ bytes: 0, note: 'a note, 说明' })
        expect(await storage.append(key, 0, [Buffer.from('one ')])).toBe(4)
        expect(await storage.append(key, 4, inChunks(Buffer.from('two three'), 2))).toBe(13)
        expect(await storage.partial(key)).toEqual({ bytes: 13, note: 'a note, 说明' })
        expect(await storage.head(key)).toBeNull()

        expect(await storage.commit(key, 13)).toMatchObject({ bytes: 13 })
        expect(await content(storage, key)).toEqual(Buffer.from('one two three'))
        expect(await storage.partial(key)).toBeNull()
        expect(await storage.readPartial(key)).toBeNull()
      })

      test('can be read before it is committed', async () => {
        await storage.begin(key, '')
        await storage.append(key, 0, [Buffer.from('abcdef')])
        const stream = await storage.readPartial(key, { start: 2, end: 3 })
        expect(await new Response(stream).text()).toBe('cd')
      })

      test('is cut to the offset of an append', async () => {
        await storage.begin(key, '')
        await storage.append(key, 0, [Buffer.from('abcdef')])
        expect(await storage.append(key, 2, [Buffer.from('X')])).toBe(3)
        await storage.commit(key, 3)
        expect(await content(storage, key)).toEqual(Buffer.from('abX'))
      })

      test('takes no append that would leave a hole', async () => {
        await storage.begin(key, '')
        await storage.append(key, 0, [Buffer.from('abc')])
        await expect(storage.append(key, 4, [Buffer.from('e')])).rejects.toThrow()
        expect(await storage.partial(key)).toMatchObject({ bytes: 3 })
      })

      test('keeps what arrived before its source broke', async () => {
        await storage.begin(key, '')
        await expect(storage.append(key, 0, broken(Buffer.from('half')))).rejects.toThrow('broken')
        expect(await storage.partial(key)).toMatchObject({ bytes: 4 })
      })

      test('is not committed at another size than expected', async () => {
        await storage.begin(key, '')
        await storage.append(key, 0, [Buffer.from('abc')])
        await expect(storage.commit(key, 4)).rejects.toThrow()
        expect(await storage.head(key)).toBeNull()
        expect(await storage.partial(key)).toMatchObject({ bytes: 3 })
      })

      test('begun anew is empty, and a writer of the former one no longer reaches it', async () => {
        await storage.begin(key, 'first')
        const { source, push, end } = valve()
        const slow = storage.append(key, 0, source)
        await push(Buffer.from('stale'))
        await storage.begin(key, 'second')
        await push(Buffer.from('stale'))
        end()
        await slow
        expect(await storage.partial(key)).toEqual({ bytes: 0, note: 'second' })
      })

      test('goes with its file when that is removed', async () => {
        await storage.begin(key, 'note')
        await storage.remove(key)
        expect(await storage.partial(key)).toBeNull()
      })

      test('of one key is nothing to another', async () => {
        await storage.begin(key, 'note')
        expect(await storage.partial(other)).toBeNull()
      })
    })
  })
}

function pattern(length: number): Buffer {
  return Buffer.from(Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8)) & 255))
}

function* inChunks(bytes: Buffer, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function* broken(first: Uint8Array): AsyncGenerator<Uint8Array> {
  yield first
  throw new Error('broken')
}

/** A source that is pushed by hand; `push` resolves once the chunk was taken and the next one asked for. */
function valve(): {
  source: AsyncGenerator<Uint8Array>
  push(chunk: Uint8Array): Promise<void>
  end(): void
} {
  const turns: ((chunk: Uint8Array | null) => void)[] = []
  const asked: (() => void)[] = []
  const nextTurn = () =>
    new Promise<Uint8Array | null>((resolve) => {
      turns.push(resolve)
      asked.shift()?.()
    })
  const ready = () =>
    turns.length > 0 ? Promise.resolve() : new Promise<void>((resolve) => asked.push(resolve))

  async function* source(): AsyncGenerator<Uint8Array> {
    for (let chunk = await nextTurn(); chunk; chunk = await nextTurn()) yield chunk
  }
  return {
    source: source(),
    async push(chunk) {
      await ready()
      turns.shift()?.(chunk)
      await ready()
    },
    end: () => turns.shift()?.(null),
  }
}

async function content(
  storage: Storage,
  key: Parameters<Storage['read']>[0],
  span?: ByteSpan,
): Promise<Buffer> {
  const stream = await storage.read(key, span)
  if (!stream) throw new Error('nothing is stored there')
  return Buffer.from(await new Response(stream).arrayBuffer())
}
