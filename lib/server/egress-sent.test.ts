import { describe, expect, test, vi } from 'vitest'
import type { EgressOptions, EgressRequest } from './egress'
import type { EgressErrorCode } from './egress-error'
import {
  answer,
  egressTo,
  failureOf,
  hangUp,
  reset,
  say,
  serve,
  silent,
  startRawServer,
  type Script,
} from '@/tests/raw-server'

const paid = (init: EgressRequest = {}): EgressRequest => ({
  method: 'POST',
  headers: { authorization: 'Bearer sk_canary', 'content-type': 'application/json' },
  body: '{"prompt":"a lantern"}',
  ...init,
})

describe('a paid request knows whether a byte of it may have left', () => {
  const failing = (code: string) => Object.assign(new Error(code), { code })

  test.each<[string, string, EgressErrorCode, Partial<EgressOptions>]>([
    [
      'the name does not exist',
      'http://gateway.test/',
      'dns',
      { lookup: (_host, _options, callback) => callback(failing('ENOTFOUND'), '', 4) },
    ],
    [
      'the name server does not answer',
      'http://gateway.test/',
      'dns',
      { lookup: (_host, _options, callback) => callback(failing('EAI_AGAIN'), '', 4) },
    ],
    [
      'the name of a host that is not listed does not exist',
      'https://video.test/',
      'dns',
      { lookup: (_host, _options, callback) => callback(failing('ENOTFOUND'), '', 4) },
    ],
    ['the lookup never ends', 'http://gateway.test/', 'timeout', { lookup: silent as never }],
    ['the host is not listed and not public', 'https://127.0.0.1/', 'blocked', {}],
    ['the URL is none', 'gateway', 'blocked', {}],
  ])('not when %s', async (_name, url, code, options) => {
    const egress = egressTo(['gateway.test'], { connectTimeout: 20, ...options })
    expect(await failureOf(egress.request(url, paid()))).toEqual({ code, sent: false })
  })

  test('not when the port is closed', async () => {
    const server = await startRawServer({})
    await server.close()
    const egress = egressTo([server.host])
    const failure = await failureOf(egress.request(server.url, paid()))
    expect(failure).toEqual({ code: 'refused', sent: false })
  })

  test.each<[string, EgressErrorCode, Script]>([
    ['answers TLS with plain HTTP', 'tls', { arrived: say(answer(400)) }],
    ['breaks off the TLS handshake', 'refused', { arrived: reset }],
    ['never finishes the TLS handshake', 'timeout', { arrived: silent }],
  ])('not when the peer %s', async (_name, code, script) => {
    const server = await serve(script)
    const egress = egressTo([server.host], { connectTimeout: 1_500 })
    const failure = await failureOf(egress.request(`https://${server.host}/`, paid()))
    expect(failure).toEqual({ code, sent: false })
  })

  test('not when it is cancelled before a connection exists, and then it never leaves', async () => {
    const server = await serve({ whole: say(answer(200)) })
    const controller = new AbortController()
    let connect = () => {}
    const egress = egressTo([`gateway.test:${new URL(server.url).port}`], {
      lookup: (_host, _options, callback) => {
        connect = () => callback(null, [{ address: '127.0.0.1', family: 4 }])
        controller.abort()
      },
    })
    const url = `http://gateway.test:${new URL(server.url).port}/`
    const request = egress.request(url, paid({ signal: controller.signal }))
    expect(await failureOf(request)).toEqual({ code: 'aborted', sent: false })
    connect()
    await vi.waitFor(() => expect([server.connections(), server.open()]).toEqual([1, 0]))
    expect(server.requests).toEqual([])
  })

  const large = paid({ body: 'x'.repeat(4 * 1024 * 1024) })
  const timeouts = { headers: 300, body: 300 }

  test.each<[string, EgressErrorCode, Script, EgressRequest]>([
    ['resets before it reads anything', 'reset', { arrived: reset }, paid()],
    ['resets after the headers', 'reset', { headers: reset }, large],
    ['resets after the whole request', 'reset', { whole: reset }, paid()],
    ['hangs up without an answer', 'reset', { whole: hangUp }, paid()],
    ['never answers', 'timeout', { whole: silent }, paid({ timeouts })],
    [
      'never answers within the total',
      'timeout',
      { whole: silent },
      paid({ timeouts: { total: 1_000 } }),
    ],
    [
      'answers with something that is not HTTP',
      'protocol',
      { whole: say('220 mail ready\r\n\r\n') },
      paid(),
    ],
    [
      'resets in the middle of its headers',
      'reset',
      {
        whole: (socket) => socket.write('HTTP/1.1 200 OK\r\ncont', () => socket.resetAndDestroy()),
      },
      paid(),
    ],
    [
      'hangs up in the middle of its body',
      'reset',
      { whole: (socket) => socket.end(answer(200, '{"code":', { 'content-length': '100' })) },
      paid(),
    ],
    [
      'hangs up in the middle of a chunked body',
      'reset',
      {
        whole: (socket) =>
          socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{"cod\r\n'),
      },
      paid(),
    ],
    [
      'stalls in the middle of its body',
      'timeout',
      { whole: say(answer(200, '{"code":', { 'content-length': '100' })) },
      paid({ timeouts }),
    ],
    [
      'says more than we take',
      'too_large',
      { whole: say(answer(200, 'x'.repeat(100))) },
      paid({ maxBytes: 99 }),
    ],
  ])('possibly when the peer %s', async (_name, code, script, init) => {
    const server = await serve(script)
    const failure = await failureOf(egressTo([server.host]).request(server.url, init))
    expect(failure).toEqual({ code, sent: true })
    expect(server.connections()).toBe(1)
  })

  test('possibly when it is cancelled after it was read', async () => {
    const controller = new AbortController()
    const server = await serve({ whole: () => controller.abort() })
    const request = egressTo([server.host]).request(server.url, paid({ signal: controller.signal }))
    expect(await failureOf(request)).toEqual({ code: 'aborted', sent: true })
  })
})
