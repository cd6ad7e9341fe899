import { describe, expect, test } from 'vitest'
import type { S3Fetch } from '@/lib/server/media/s3-client'
import type { Storage } from '@/lib/server/media/storage'
import { bucketBench, bytes, key, readAll } from './bucket-bench'

const bench = bucketBench()

describe('a process that dies', () => {
  /** Everything a transfer does, an interruption and a cut included. */
  async function transfer(to: Storage): Promise<void> {
    await to.begin(key, 'note')
    await to.append(key, 0, [bytes.subarray(0, 300_000), bytes.subarray(300_000, 700_000)])
    await to.append(key, 500_000, [bytes.subarray(500_000)])
    await to.commit(key, bytes.length)
  }

  /** Runs the transfer up to its nth request, which is never answered; false when it needs no more. */
  async function dieAt(nth: number, done: boolean): Promise<boolean> {
    let left = nth
    let died = () => {}
    const death = new Promise<boolean>((resolve) => (died = () => resolve(true)))
    const mortal: S3Fetch = async (url, init) => {
      left -= 1
      if (left > 0) return bench.fetch(url, init)
      if (left === 0 && done) await bench.fetch(url, init)
      died()
      return new Promise(() => {})
    }
    const life = transfer(bench.another(mortal)).then(() => false)
    return Promise.race([life, death])
  }

  test.each([
    ['before', false],
    ['after', true],
  ])('%s any of its requests is done leaves a whole file or none', async (_when, done) => {
    let nth = 1
    for (; await dieAt(nth, done); nth += 1) {
      if (await bench.storage.head(key)) expect(bytes.equals(await bench.stored())).toBe(true)
      const partial = await bench.storage.readPartial(key)
      if (partial) {
        const held = await readAll(partial)
        expect(held.equals(bytes.subarray(0, held.length)), `request ${nth}`).toBe(true)
        await bench.storage.append(key, held.length, [bytes.subarray(held.length)])
        await bench.storage.commit(key, bytes.length)
        expect(bytes.equals(await bench.stored())).toBe(true)
        expect(bench.names()).toEqual([key])
      }
      if (await bench.storage.head(key)) {
        await bench.storage.discard(key)
        expect(bench.names()).toEqual([key])
      }
      await bench.storage.remove(key)
      expect(bench.names()).toEqual([])
    }
    expect(nth).toBeGreaterThan(20)
  })
})
