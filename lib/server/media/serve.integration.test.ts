import { mkdtemp, readdir, readlink, rm } from 'node:fs/promises'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { AppError } from '@/lib/errors'
import { startMediaServer } from '@/tests/range/media-server'
import { contentDisposition } from './disposition'
import { createLocalStorage } from './local'
import { serveMedia, type ServedMedia } from './serve'
import { mediaKey } from './storage'

const key = mediaKey('served-clip.mp4')
const bytes = Buffer.from(Uint8Array.from({ length: 3_000_000 }, (_, at) => at & 255))

let folder: string
let media: ServedMedia

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dailies-serve-'))
  const storage = createLocalStorage(folder)
  await storage.write(key, [bytes])
  media = {
    storage,
    key,
    bytes: bytes.length,
    etag: 'abc',
    contentType: 'video/mp4',
    lastModified: new Date('2026-11-22T10:00:00Z'),
  }
})
afterAll(() => rm(folder, { recursive: true }))

const ask = (
  headers: Record<string, string> = {},
  method = 'GET',
  change: Partial<ServedMedia> = {},
) => serveMedia(new Request('http://media.test/', { method, headers }), { ...media, ...change })

const content = async (response: Response) => Buffer.from(await response.arrayBuffer())

const headersOf = (response: Response) => Object.fromEntries(response.headers)

const always = {
  'accept-ranges': 'bytes',
  'cache-control': 'private, max-age=31536000, immutable',
  'content-security-policy': "sandbox; default-src 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  etag: '"abc"',
  'last-modified': 'Sun, 22 Nov 2026 10:00:00 GMT',
}

describe('the answer', () => {
  test('to a GET is the whole file', async () => {
    const response = await ask()
    expect(response.status).toBe(200)
    expect(headersOf(response)).toEqual({
      ...always,
      'content-type': 'video/mp4',
      'content-length': '3000000',
    })
    expect(bytes.equals(await content(response))).toBe(true)
  })

  test('to a range is that part', async () => {
    const response = await ask({ range: 'bytes=100-199', 'if-range': '"abc"' })
    expect(response.status).toBe(206)
    expect(headersOf(response)).toEqual({
      ...always,
      'content-type': 'video/mp4',
      'content-length': '100',
      'content-range': 'bytes 100-199/3000000',
    })
    expect(await content(response)).toEqual(bytes.subarray(100, 200))
  })

  test('to a range of a file that has changed since is the whole', async () => {
    const response = await ask({ range: 'bytes=100-199', 'if-range': '"abd"' })
    expect(response.status).toBe(200)
    await response.body?.cancel()
  })

  test('to a range outside says how long the file is', async () => {
    const response = await ask({ range: 'bytes=3000000-' })
    expect(response.status).toBe(416)
    expect(response.headers.get('content-range')).toBe('bytes */3000000')
    expect(await response.json()).toMatchObject({ error: { code: 'range_not_satisfiable' } })
  })

  test('to HEAD has the headers of the whole file and no body', async () => {
    const response = await ask({ range: 'bytes=0-9' }, 'HEAD')
    expect(response.status).toBe(200)
    expect(headersOf(response)).toMatchObject({ ...always, 'content-length': '3000000' })
    expect(response.body).toBeNull()
  })

  test.each([
    ['if-none-match', '"abc"', 304],
    ['if-modified-since', 'Sun, 22 Nov 2026 10:00:00 GMT', 304],
    ['if-match', '"other"', 412],
    ['if-unmodified-since', 'Sun, 22 Nov 2026 09:59:59 GMT', 412],
  ])('to %s: %s is a bare %i, range or not', async (name, value, status) => {
    const response = await ask({ [name]: value, range: 'bytes=0-9' })
    expect(response.status).toBe(status)
    expect(headersOf(response)).toEqual(always)
    expect(response.body).toBeNull()
  })

  test('names the download', async () => {
    const disposition = contentDisposition('attachment', '纸船.mp4')
    const response = await ask({}, 'HEAD', { disposition })
    expect(response.headers.get('content-disposition')).toBe(disposition)
  })

  test.each(['GET', 'HEAD'])('to a %s for a file that is gone is not_found', async (method) => {
    const missing = ask({}, method, { key: mediaKey('missing-clip.mp4') })
    await expect(missing).rejects.toThrow(AppError)
    await expect(missing).rejects.toMatchObject({ code: 'not_found' })
  })
})

/** How many descriptors of this process are on the served file; only Linux tells. */
async function openFiles(): Promise<number> {
  const links = (await readdir('/proc/self/fd')).map((fd) =>
    readlink(`/proc/self/fd/${fd}`).catch(() => ''),
  )
  return (await Promise.all(links)).filter((target) => target === path.join(folder, key)).length
}

test.skipIf(process.platform !== 'linux')(
  'a client that leaves in the middle closes the file',
  async () => {
    const server = await startMediaServer(media)
    const clients = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const incoming = await new Promise<IncomingMessage>((resolve, reject) =>
          httpRequest({ host: '127.0.0.1', port: server.port, agent: false }, resolve)
            .on('error', reject)
            .end(),
        )
        await new Promise((resolve) => incoming.once('readable', resolve))
        return incoming.on('error', () => undefined)
      }),
    )
    await vi.waitFor(async () => expect(await openFiles()).toBe(10))
    for (const client of clients) client.destroy()
    await vi.waitFor(async () => expect(await openFiles()).toBe(0))
    await server.stop()
  },
)
