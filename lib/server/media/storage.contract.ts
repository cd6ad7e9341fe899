import { readFile } from 'node:fs/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { broken, content, inChunks, pattern } from './contract-bytes.contract'
import { describePartials } from './partials.contract'
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

      test('may be larger than what is held in memory', async () => {
        const bytes = pattern(11_000_000)
        expect(await storage.write(key, inChunks(bytes, 700_001))).toMatchObject({
          bytes: bytes.length,
        })
        expect(bytes.equals(await content(storage, key))).toBe(true)
        await expect(
          storage.write(key, broken(...inChunks(pattern(7_000_000), 700_001))),
        ).rejects.toThrow('broken')
        expect(bytes.equals(await content(storage, key))).toBe(true)
      })

      test('takes the place of a partial', async () => {
        await storage.begin(key, 'note')
        await storage.append(key, 0, [Buffer.from('part')])
        await storage.write(key, [Buffer.from('whole')])
        expect(await content(storage, key)).toEqual(Buffer.from('whole'))
        expect(await storage.partial(key)).toBeNull()
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

    describePartials(() => storage)

    describe('the list of files', () => {
      const listed = async () => {
        const keys: string[] = []
        for await (const one of storage.keys()) keys.push(one)
        return keys.sort()
      }

      test('is empty at first', async () => {
        expect(await listed()).toEqual([])
      })

      test('names every whole file once and no partial', async () => {
        const names = ['contract-1', 'contract-1-poster.jpg', 'contract-1.mp4', 'contract-2.mp4']
        for (const name of names) await storage.write(mediaKey(name), [Buffer.from(name)])
        await storage.begin(key, 'note')
        await storage.append(key, 0, [Buffer.from('part')])
        expect(await listed()).toEqual(names)
      })

      test('may be followed while its files are removed', async () => {
        const names = Array.from({ length: 9 }, (_, at) => `contract-${at}`)
        for (const name of names) await storage.write(mediaKey(name), [Buffer.from(name)])
        const seen: string[] = []
        for await (const one of storage.keys()) {
          seen.push(one)
          await storage.remove(one)
        }
        expect(seen.sort()).toEqual(names)
        expect(await listed()).toEqual([])
      })
    })
  })
}
