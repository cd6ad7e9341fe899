import { describe, expect, test } from 'vitest'
import type { EgressRequest } from './egress'
import {
  answer,
  egressTo,
  failureOf,
  say,
  serve,
  startRawServer,
  textOf,
  type Act,
} from '@/tests/raw-server'

const paid = (init: EgressRequest = {}): EgressRequest => ({
  method: 'POST',
  headers: { authorization: 'Bearer sk_canary', 'content-type': 'application/json' },
  body: '{"prompt":"a lantern"}',
  ...init,
})

/** Lets the event loop turn, so that a connection that was used is idle again. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

describe('a paid request goes out once', () => {
  test.each([
    ['alive', false],
    ['closed by the peer', true],
  ])('on a connection of its own, although one is kept that is %s', async (_name, closes) => {
    const server = await serve({
      whole: (socket, text) => {
        socket.write(answer(200, 'fine'))
        if (closes && text.startsWith('GET')) setImmediate(() => socket.destroy())
      },
    })
    const egress = egressTo([server.host])
    expect(await textOf(await egress.request(server.url))).toBe('fine')
    await turns(10)
    expect(await textOf(await egress.request(server.url, paid()))).toBe('fine')
    expect(server.requests.filter((text) => text.startsWith('POST'))).toHaveLength(1)
    expect(server.connections()).toBe(2)
  })

  test('and arrives as it was written', async () => {
    const server = await serve({ whole: say(answer(200, 'fine')) })
    await textOf(await egressTo([server.host]).request(`${server.url}/v1/videos?a=1`, paid()))
    const [request = ''] = server.requests
    expect(request).toMatch(/^POST \/v1\/videos\?a=1 HTTP\/1\.1\r\n/)
    expect(request).toMatch(/\r\nconnection: close\r\n/)
    expect(request).toMatch(/\r\nauthorization: Bearer sk_canary\r\n/)
    expect(request.split('\r\n\r\n')[1]).toBe('{"prompt":"a lantern"}')
  })

  test('and is not carried along by a redirect', async () => {
    const server = await serve({ whole: say(answer(307, '', { location: '/elsewhere' })) })
    const response = await egressTo([server.host]).request(server.url, paid())
    await textOf(response)
    expect(response.status).toBe(307)
    expect(server.requests).toHaveLength(1)
  })
})

describe('a body', () => {
  async function* chunks(...texts: string[]) {
    for (const text of texts) yield Buffer.from(text)
  }

  test('that is a stream is sent as it comes, with the length it was announced with', async () => {
    const server = await serve({ whole: say(answer(200, 'stored')) })
    const response = await egressTo([server.host]).request(server.url, {
      method: 'PUT',
      headers: { 'content-length': '8' },
      body: chunks('clip', 'clip'),
    })
    expect(await textOf(response)).toBe('stored')
    const [request = ''] = server.requests
    expect(request).toMatch(/^PUT \/ HTTP\/1\.1\r\n/)
    expect(request).toMatch(/\r\ncontent-length: 8\r\n/)
    expect(request).not.toMatch(/transfer-encoding/i)
    expect(request.split('\r\n\r\n')[1]).toBe('clipclip')
  })

  test.each([
    ['breaks off', () => broken()],
    ['is shorter than announced', () => chunks('clip')],
    ['is longer than announced', () => chunks('clip', 'clip', 'clip')],
  ])('that %s is not taken for the whole', async (_what, body) => {
    const server = await serve({ whole: say(answer(200, 'stored')) })
    const request = egressTo([server.host]).request(server.url, {
      method: 'PUT',
      headers: { 'content-length': '8' },
      body: body(),
    })
    expect(await failureOf(request)).toMatchObject({ sent: true })
    expect(server.requests).toEqual([])
  })

  async function* broken() {
    yield Buffer.from('clip')
    throw new Error('broken off')
  }

  test.each(['PUT', 'DELETE'] as const)('of a %s is not carried along', async (method) => {
    const server = await serve({ whole: say(answer(307, '', { location: '/elsewhere' })) })
    const response = await egressTo([server.host]).request(server.url, { method, body: 'clip' })
    await textOf(response)
    expect(response.status).toBe(307)
    expect(server.requests).toHaveLength(1)
  })
})

describe('a redirect', () => {
  const hops = (target: (hop: number) => string): Act => {
    return (socket, text) => {
      const hop = Number(/^\w+ \/(\d+)/.exec(text)?.[1])
      socket.write(
        hop === 0 ? answer(200, 'here') : answer(302, 'moved', { location: target(hop) }),
      )
    }
  }

  test.each([
    [3, null],
    [4, 'redirects'],
  ] as const)('is followed at most three times: %i', async (count, code) => {
    const server = await serve({ whole: hops((hop) => `/${hop - 1}`) })
    const egress = egressTo([server.host])
    const failure = await failureOf(egress.request(`${server.url}/${count}`))
    expect(failure?.code ?? null).toBe(code)
  })

  test('to nowhere is an error', async () => {
    const server = await serve({ whole: hops(() => 'http://') })
    const failure = await failureOf(egressTo([server.host]).request(`${server.url}/1`))
    expect(failure).toEqual({ code: 'redirects', sent: true })
  })

  test('keeps all headers within an origin and only harmless ones beyond it', async () => {
    const other = await serve({ whole: say(answer(200, 'there')) })
    const server = await serve({ whole: hops((hop) => (hop === 2 ? '/1' : other.url)) })
    const headers = { Authorization: 'Bearer sk_canary', Cookie: 'a=b', Range: 'bytes=5-' }
    const egress = egressTo([server.host, other.host])
    const response = await egress.request(`${server.url}/2`, { headers })
    expect(await textOf(response)).toBe('there')
    expect(response.url).toBe(`${other.url}/`)
    expect(server.requests).toHaveLength(2)
    for (const request of server.requests) expect(request).toContain('Bearer sk_canary')
    const [request = ''] = other.requests
    expect(request).toContain('Range: bytes=5-')
    expect(request).not.toMatch(/sk_canary|cookie/i)
  })
})

describe('what may be asked for', () => {
  test.each([
    ['credentials in the URL', 'http://user:secret@{host}/'],
    ['a user name in the URL', 'http://user@{host}/'],
    ['plain HTTP to a host that is not listed', 'http://example.com/'],
    ['another port of a host that is not listed', 'https://example.com:8443/'],
    ['another port of a listed host', 'http://127.0.0.1:1/'],
    ['a scheme of its own', 'ftp://{host}/'],
    ['a file', 'file:///etc/passwd'],
    ['a data URL', 'data:text/plain,hello'],
    ['nothing', ''],
  ])('not %s', async (_name, url) => {
    const server = await serve({ whole: say(answer(200)) })
    const failure = await failureOf(
      egressTo([server.host]).request(url.replace('{host}', server.host)),
    )
    expect(failure).toEqual({ code: 'blocked', sent: false })
    expect(server.connections()).toBe(0)
  })

  test('not a header that HTTP cannot carry', async () => {
    const server = await serve({ whole: say(answer(200)) })
    const request = egressTo([server.host]).request(server.url, { headers: { a: 'b\r\nc: d' } })
    expect(await failureOf(request)).toEqual({ code: 'blocked', sent: false })
  })

  test('an error names neither the path nor a key', async () => {
    const server = await startRawServer({})
    await server.close()
    const request = egressTo([server.host]).request(`${server.url}/video?sig=secret`, paid())
    const error = await request.catch((reason: unknown) => reason as Error)
    expect(JSON.stringify([String(error), { ...(error as Error) }])).not.toMatch(/secret|sk_canary/)
  })
})
