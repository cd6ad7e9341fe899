import { describe, expect, test } from 'vitest'
import { createEgress } from '@/lib/server/egress'
import { answer, reset, say, type Act } from '@/tests/raw-server'
import { createGateway } from './client'
import { html, input, json, key, serveGateway, task } from './test-gateway'

describe('a create', () => {
  test('leaves as the gateway’s own request', async () => {
    const { server, gateway } = await serveGateway({ whole: json({ code: 20000, data: task }) })
    await gateway.create({ ...input, resolution: '480p', images: [] })
    const [request = ''] = server.requests
    expect(request).toMatch(/^POST \/api\/open-api\/v1\/seedance\/videos HTTP\/1\.1\r\n/)
    expect(request).toContain(`authorization: Bearer ${key}\r\n`)
    expect(request).toContain('content-type: application/json\r\n')
    expect(JSON.parse(request.split('\r\n\r\n')[1] ?? '')).toEqual({
      ...input,
      duration: 5,
      resolution: '480p',
    })
  })

  test.each<[string, Act]>([
    ['doubt', html(500)],
    ['doubt', say(answer(500, `proxy saw Authorization: Bearer ${key}`))],
    ['a refusal', json({ code: 20002, msg: `key ${key} may not` })],
    ['a reset', reset],
  ])('tells the key in no outcome: %s', async (_name, whole) => {
    const { gateway } = await serveGateway({ whole })
    expect(JSON.stringify(await gateway.create(input))).not.toContain(key)
  })

  test('of a model that is not ours is a fault of the caller', async () => {
    const { server, gateway } = await serveGateway({ whole: json({ code: 20000, data: task }) })
    await expect(gateway.create({ ...input, model: 'sora' })).rejects.toThrow('sora')
    expect(server.connections()).toBe(0)
  })
})

describe('a query', () => {
  test('asks for the id, whatever signs it has', async () => {
    const { server, gateway } = await serveGateway({ whole: json({ code: 20000, data: task }) })
    await gateway.query('../a b?c')
    expect(server.requests[0]).toMatch(/^GET \/api\/open-api\/v1\/videos\/\.\.%2Fa%20b%3Fc HTTP/)
  })

  test('keeps the key out of a failure’s words', async () => {
    const failed = { ...task, status: 'failed', error_message: `bad key ${key}` }
    const { gateway } = await serveGateway({ whole: json({ code: 20000, data: failed }) })
    expect(await gateway.query('vid_1')).toMatchObject({
      observation: { failure: { gateway_message: 'bad key [key]' } },
    })
  })
})

describe('the meters', () => {
  const quota = { name: 'k1', total_quota: 100, used_quota: 12.5, available_quota: 87.5 }

  test('the account’s balance', async () => {
    const value = { balance: 50, used_coin: 12.5, available: 37.5 }
    const { gateway } = await serveGateway({ whole: json({ code: 20000, data: value }) })
    expect(await gateway.balance()).toEqual({ kind: 'ok', value })
  })

  test.each([
    [
      { ...quota, unlimited: false },
      { ...quota, unlimited: false },
    ],
    [
      { ...quota, unlimited: true },
      { ...quota, unlimited: true },
    ],
    [
      { ...quota, unlimited: null },
      { ...quota, unlimited: false },
    ],
    [
      { total_quota: 0, used_quota: 3, available_quota: 0 },
      { name: null, total_quota: 0, used_quota: 3, available_quota: 0, unlimited: true },
    ],
  ])('the key’s quota: %j', async (data, value) => {
    const { gateway } = await serveGateway({ whole: json({ code: '20000', data }) })
    expect(await gateway.keyBalance()).toEqual({ kind: 'ok', value })
  })

  test('prices by billing name, of the rows that have both', async () => {
    const list = [
      { model_name: 'seedance2.0-md', unit_price: 1.2, price_mode: 'per_task' },
      { model_name: 'seedance2.0-mini-720p', unit_price: 0.05, official_price: 0.08 },
      { model_name: 'free', unit_price: 0 },
      { model_name: 'unpriced' },
      null,
    ]
    const { gateway } = await serveGateway({ whole: json({ code: 20000, data: { list } }) })
    expect(await gateway.prices()).toEqual({
      kind: 'ok',
      value: { 'seedance2.0-md': 1.2, 'seedance2.0-mini-720p': 0.05, free: 0 },
    })
  })

  test.each<[string, Act, object]>([
    ['20001', json({ code: 20001 }), { kind: 'unauthorised' }],
    ['500', json({}, 500), { kind: 'retry', reason: 'server_error' }],
    [
      'another shape',
      json({ code: 20000, data: { balance: 'much' } }),
      { kind: 'retry', reason: 'unrecognised' },
    ],
    ['HTML', html(200), { kind: 'retry', reason: 'not_json' }],
    ['a reset', reset, { kind: 'retry', reason: 'reset' }],
  ])('answered with %s', async (_name, whole, expected) => {
    const { gateway } = await serveGateway({ whole })
    expect(await gateway.balance()).toMatchObject(expected)
    expect(await gateway.keyBalance()).toMatchObject(expected)
    expect(await gateway.prices()).toMatchObject(expected)
  })
})

describe('a key', () => {
  const egress = createEgress({ trusted: [], allow: [] })
  const open = (text: string) => () =>
    createGateway({ baseUrl: 'https://gateway.test', key: text, egress })

  test.each(['', '  ', 'sk a', 'sk_a\nb: c', 'sk_é', '密钥'])('%j is no key', (text) => {
    expect(open(text)).toThrow('The API key')
  })

  test('that is wrong is not told', () => {
    expect(open('sk secret')).toThrow(/^((?!secret).)*$/)
  })
})
