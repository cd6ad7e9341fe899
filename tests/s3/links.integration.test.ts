import { describe, expect, test } from 'vitest'
import { createS3Signer } from '@/lib/server/media/s3-signer'
import { mediaKey } from '@/lib/server/media/storage'
import { bucketBench, key } from './bucket-bench'

const bench = bucketBench()

describe('a signed link', () => {
  const ask = async (url: string | null, init?: RequestInit) => {
    const response = await fetch(url ?? '', init)
    return { status: response.status, headers: response.headers, body: await response.text() }
  }

  test('reads the file under the name and type it was made with', async () => {
    await bench.storage.write(key, [Buffer.from('clip')])
    const disposition = `attachment; filename="a b+c.mp4"; filename*=UTF-8''%E7%BA%B8`
    const link = await bench.storage.signedUrl(key, {
      seconds: 60,
      contentType: 'video/mp4',
      disposition,
    })
    const { status, headers, body } = await ask(link)
    expect({ status, body }).toEqual({ status: 200, body: 'clip' })
    expect(headers.get('content-type')).toBe('video/mp4')
    expect(headers.get('content-disposition')).toBe(disposition)
  })

  test('works for its file and its time alone', async () => {
    await bench.storage.write(key, [Buffer.from('clip')])
    await bench.storage.write(mediaKey('another-file.mp4'), [Buffer.from('secret')])
    const link = await bench.storage.signedUrl(key, { seconds: 60 })
    expect(await ask(link!.replace(key, 'another-file.mp4'))).toMatchObject({ status: 403 })
    expect(await ask(link!.replace('Expires=60', 'Expires=600'))).toMatchObject({ status: 403 })
    const old = createS3Signer(bench.server.settings, () => new Date(Date.now() - 61_000))
    expect(await ask(await old.presign({ method: 'GET', key }, 60))).toMatchObject({ status: 403 })
  })

  test('takes an upload of the size and type it was made for', async () => {
    const options = { bytes: 4, type: 'video/mp4', seconds: 60 }
    const { url, method, headers } = (await bench.storage.signedUpload(key, options))!
    const put = (body: string, type = 'video/mp4') =>
      ask(url, { method, body, headers: { ...headers, 'content-type': type } })
    expect(await put('clips')).toMatchObject({ status: 403 })
    expect(await put('clip', 'text/html')).toMatchObject({ status: 403 })
    expect(await bench.storage.head(key)).toBeNull()
    expect(await put('clip')).toMatchObject({ status: 200 })
    expect(await bench.stored()).toEqual(Buffer.from('clip'))
  })
})
