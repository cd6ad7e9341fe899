import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from './app'
import { bringLink } from './bring-link'
import { complaint, item } from './media-api'
import { picture } from './media-files'
import { answer, egressTo, startRawServer, type RawServer } from './raw-server'

let app: TestApp

beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

describe('POST /api/media/link', () => {
  let files: RawServer
  let reply: (string | Buffer)[] = []

  beforeAll(async () => {
    files = await startRawServer({
      whole: (socket) => {
        for (const part of reply) socket.write(part)
      },
    })
  })
  afterAll(() => files.close())

  /** Brings a file in through a way out that may reach the test's own host. */
  function bring(path: string, ...parts: (string | Buffer)[]) {
    reply = parts
    return bringLink(app, egressTo([], { allow: [files.host] }), `${files.url}${path}`)
  }

  const file = (bytes: Buffer, headers: Record<string, string> = {}) => [
    answer(200, '', { 'content-length': String(bytes.length), ...headers }),
    bytes,
  ]

  it('brings the file in, named after the path, of the type that its bytes are', async () => {
    const bytes = Buffer.from(await picture(44, 33, 70).png().toBuffer())
    const disguise = { 'content-type': 'text/html', 'content-disposition': 'attachment' }
    const response = await bring('/shots/caf%C3%A9.php?size=large', ...file(bytes, disguise))
    expect(response.status).toBe(201)
    expect(await item(response)).toMatchObject({
      name: 'café.png',
      type: 'image/png',
      bytes: bytes.length,
      origin: 'link',
    })
    expect((await bring('/again', ...file(bytes))).status).toBe(200)
  })

  it('unpacks what comes packed against our wish', async () => {
    const bytes = Buffer.from(await picture(44, 33, 71).png().toBuffer())
    const packed = file(gzipSync(bytes), { 'content-encoding': 'gzip' })
    const response = await bring('/packed.png', ...packed)
    expect((await item(response)).bytes).toBe(bytes.length)
  })

  const page = '<!doctype html><title>Sign in</title>'
  const whole = (text: string, headers = {}) => [answer(200, text, headers)]
  const refused: [what: string, parts: string[], status: number, code: string][] = [
    ['a page', whole(page), 415, 'file_type_not_taken'],
    ['nothing', whole(''), 422, 'file_empty'],
    ['what is gone', [answer(404, page)], 422, 'link_refused'],
    [
      'a packing that we cannot undo',
      whole(page, { 'content-encoding': 'zstd' }),
      422,
      'file_unreadable',
    ],
    ['half a picture', whole('GIF89a\x10\0\x10\0'), 422, 'file_truncated'],
    [
      'a redirect to another scheme',
      [answer(302, '', { location: 'file:///etc/passwd' })],
      422,
      'link_blocked',
    ],
  ]
  it.each(refused)('refuses %s, on the link', async (_what, parts, status, code) => {
    const response = await bring('/file', ...parts)
    expect(response.status).toBe(status)
    expect(await complaint(response, 'url')).toMatchObject({ code })
  })

  it('refuses an answer that breaks off', async () => {
    const egress = egressTo([], { allow: [files.host], connectTimeout: 1_000 })
    reply = [answer(200, '', { 'content-length': '5000' }), '\x89PNG\r\n\x1a\n']
    const coming = bringLink(app, egress, `${files.url}/broken.png`)
    await expect.poll(() => files.requests.some((text) => text.includes('/broken.png'))).toBe(true)
    await egress.close()
    expect(await complaint(await coming, 'url')).toMatchObject({ code: 'link_unreachable' })
  })

  const unreadable = [
    'ftp://files.example/a.png',
    'media.png',
    '',
    'javascript:alert(1)',
    'file:///etc/passwd',
  ]
  it.each(unreadable)('refuses %j', async (url) => {
    const response = await app.request('POST', '/api/media/link', { body: { url } })
    expect(response.status).toBe(422)
    expect(await complaint(response, 'url')).toMatchObject({ code: 'link_unreadable' })
  })

  it('does not reach the gateway’s own host, which only we may ask', async () => {
    const asked = files.requests.length
    const response = await bringLink(app, egressTo([files.host]), `${files.url}/v1/keys`)
    expect(await complaint(response, 'url')).toMatchObject({ code: 'link_blocked' })
    expect(files.requests).toHaveLength(asked)
  })
})
