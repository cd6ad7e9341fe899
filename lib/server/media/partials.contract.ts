import { beforeEach, describe, expect, test } from 'vitest'
import { broken, content, inChunks, pattern, valve } from './contract-bytes.contract'
import { mediaKey, type Storage } from './storage'

const key = mediaKey('contract-file.mp4')
const other = mediaKey('contract-other.mp4')

/** What every storage driver does with files on their way in. `current` is the test's empty storage. */
export function describePartials(current: () => Storage): void {
  describe('a partial', () => {
    let storage: Storage

    beforeEach(() => {
      storage = current()
    })

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

    const large = pattern(900_000)
    test.each([0, 1, 299_999, 300_000, 300_001, 600_000, 899_999, 900_000])(
      'of many pieces is cut to %i bytes',
      async (offset) => {
        await storage.begin(key, '')
        for (const start of [0, 300_000, 600_000]) {
          await storage.append(key, start, [large.subarray(start, start + 300_000)])
        }
        expect(await storage.append(key, offset, [])).toBe(offset)
        expect(await storage.partial(key)).toMatchObject({ bytes: offset })
        expect(await storage.append(key, offset, [large.subarray(offset)])).toBe(large.length)
        await storage.commit(key, large.length)
        expect(large.equals(await content(storage, key))).toBe(true)
      },
    )

    test('is read across its pieces', async () => {
      await storage.begin(key, '')
      await storage.append(key, 0, inChunks(large, 100_000))
      const stream = await storage.readPartial(key, { start: 250_000, end: 800_000 })
      const read = Buffer.from(await new Response(stream).arrayBuffer())
      expect(read.equals(large.subarray(250_000, 800_001))).toBe(true)
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

    test('is dropped without its file', async () => {
      await storage.write(key, [Buffer.from('old')])
      await storage.begin(key, 'note')
      await storage.append(key, 0, [Buffer.from('new')])
      await storage.discard(key)
      expect(await storage.partial(key)).toBeNull()
      expect(await content(storage, key)).toEqual(Buffer.from('old'))
      await expect(storage.discard(other)).resolves.toBeUndefined()
    })

    test('of one key is nothing to another', async () => {
      await storage.begin(key, 'note')
      expect(await storage.partial(other)).toBeNull()
    })
  })
}
