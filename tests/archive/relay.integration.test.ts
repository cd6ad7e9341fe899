import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createEgress, type Egress } from '@/lib/server/egress'
import { relayMedia } from '@/lib/server/media/relay'
import { startVideoServer, type Reply, type VideoServer } from './video-server'

let server: VideoServer
let egress: Egress

beforeAll(async () => {
  server = await startVideoServer()
  egress = createEgress({ trusted: [server.host], allow: [] })
})
afterAll(async () => {
  await egress.close()
  await server.close()
})

const ask = (method = 'GET', headers: Record<string, string> = {}) =>
  relayMedia(new Request('http://media.test/', { method, headers }), {
    fetch: (url, init) => egress.request(url, init),
    url: server.url,
    contentType: 'video/mp4',
  })

const clip = Buffer.from('0123456789')

/** A transfer without an end; resolves with its answer's side of the connection. */
function endless(status: number): { reply: Reply; closed: Promise<unknown> } {
  let tell: (closed: Promise<unknown>) => void
  const closed = new Promise<unknown>((resolve) => (tell = resolve))
  const pour = (response: ServerResponse) => {
    while (!response.destroyed && response.write(Buffer.alloc(65_536)));
    response.once('drain', () => pour(response))
  }
  return {
    reply: (_request, response) => {
      tell(once(response, 'close'))
      pour(response.writeHead(status))
    },
    closed,
  }
}

describe('a clip that is not saved yet', () => {
  test('is passed on with its range, and keeps no trace of where it is from', async () => {
    server.answer((_request, response) =>
      response
        .writeHead(206, {
          'content-type': 'text/html',
          'content-range': 'bytes 2-5/10',
          'content-length': 4,
          'set-cookie': 'a=b',
          etag: '"theirs"',
        })
        .end(clip.subarray(2, 6)),
    )
    const response = await ask('GET', { range: 'bytes=2-5' })
    expect(server.seen).toMatchObject([{ range: 'bytes=2-5' }])
    expect(response.status).toBe(206)
    expect(Object.fromEntries(response.headers)).toEqual({
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-store',
      'content-length': '4',
      'content-range': 'bytes 2-5/10',
      'content-security-policy': "sandbox; default-src 'none'",
      'content-type': 'video/mp4',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
    expect(await response.text()).toBe('2345')
  })

  test.each([403, 404, 500])('whose link answers %i is a gateway_error', async (status) => {
    server.answer((_request, response) => response.writeHead(status).end('secret words'))
    await expect(ask()).rejects.toMatchObject({ code: 'gateway_error' })
  })
})

describe('the connection to the link is let go', () => {
  test('after a HEAD', async () => {
    const { reply, closed } = endless(200)
    server.answer(reply)
    const response = await ask('HEAD')
    expect(response.body).toBeNull()
    await closed
  })

  test('after an answer that is no clip', async () => {
    const { reply, closed } = endless(500)
    server.answer(reply)
    await expect(ask()).rejects.toMatchObject({ code: 'gateway_error' })
    await closed
  })

  test('when the client leaves, before its first byte or later', async () => {
    for (const chunks of [0, 2]) {
      const { reply, closed } = endless(200)
      server.answer(reply)
      const reader = (await ask()).body?.getReader()
      for (let left = chunks; left > 0; left -= 1) await reader?.read()
      await reader?.cancel()
      await closed
    }
  })
})
