import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { probeVideo } from '@/lib/server/media/probe'
import { createS3Storage } from '@/lib/server/media/s3'
import { describeStorage } from '@/lib/server/media/storage.contract'
import { bucketBench, bytes, key, readAll } from './bucket-bench'

const bench = bucketBench()

describeStorage('a bucket', async () => {
  bench.clear()
  return bench.storage
})

describe('a file in a bucket', () => {
  test('has nothing beside it once it is committed', async () => {
    await bench.storage.begin(key, 'note')
    await bench.storage.append(key, 0, [bytes.subarray(0, 300_000), bytes.subarray(300_000)])
    expect(bench.names().length).toBeGreaterThan(2)
    await bench.storage.commit(key, bytes.length)
    expect(bench.names()).toEqual([key])
  })

  test('whose parts could not all be put leaves none of them', async () => {
    bench.server.meet(({ query }) => (query['partNumber'] === '2' ? 403 : undefined))
    const source = [Buffer.alloc(6_000_000), Buffer.alloc(6_000_000)]
    await expect(bench.storage.write(key, source)).rejects.toMatchObject({
      name: 'S3Error',
      status: 403,
    })
    expect(bench.server.store.uploads.size).toBe(0)
    expect(bench.names()).toEqual([])
  })

  test('is probed with few requests, however long it is', async () => {
    const clip = await readFile('lib/simulator/clips/16x9.mp4')
    const padding = Buffer.alloc(6_000_000)
    padding.writeUInt32BE(padding.length)
    padding.write('free', 4)
    await bench.storage.write(key, [clip, padding])
    bench.server.requests.length = 0
    expect(await probeVideo(bench.storage, key)).toMatchObject({ width: 480, height: 270, fps: 24 })
    expect(bench.server.requests.length).toBeLessThanOrEqual(4)
  })

  test('is read in one request', async () => {
    await bench.storage.write(key, [bytes])
    bench.server.requests.length = 0
    await readAll(await bench.storage.read(key, { start: 5, end: 700_000 }))
    expect(bench.server.requests).toMatchObject([{ method: 'GET', key }])
  })
})

describe('a server that falters', () => {
  test.each([[503], [500], [429], ['drop' as const]])('with %s is asked again', async (verdict) => {
    await bench.storage.write(key, [bytes])
    let faults = 2
    bench.server.meet(() => (faults-- > 0 ? verdict : undefined))
    expect(await bench.storage.head(key)).toMatchObject({ bytes: bytes.length })
  })

  test('for long is an error', async () => {
    bench.server.meet(() => 'drop')
    await expect(bench.storage.head(key)).rejects.toMatchObject({ name: 'EgressError' })
  })

  test('says why it refuses, and the error names no file', async () => {
    const stranger = createS3Storage(
      { ...bench.server.settings, accessKeyId: 'nobody' },
      bench.fetch,
    )
    const refusal = await stranger.read(key).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ status: 403, code: 'InvalidAccessKeyId' })
    expect(String(refusal)).not.toContain(key)
  })

  test('without the bucket is not taken for an empty one', async () => {
    const bucketUrl = bench.server.settings.bucketUrl.replace('dailies-test', 'dailies-lost')
    const lost = createS3Storage({ ...bench.server.settings, bucketUrl }, bench.fetch)
    await expect(lost.read(key)).rejects.toMatchObject({ status: 404, code: 'NoSuchBucket' })
  })

  test('takes no request that another secret has signed', async () => {
    const forger = createS3Storage(
      { ...bench.server.settings, secretAccessKey: 'guess' },
      bench.fetch,
    )
    await expect(forger.read(key)).rejects.toMatchObject({ status: 403 })
  })
})
