import { describe, expect, test } from 'vitest'
import { answer, reset, say, silent, type Act } from '@/tests/raw-server'
import type { AssetItem, LibraryName } from './asset-library'
import type { AssetOutcome } from './outcome'
import { gatewayAt, html, json, key, serveGateway } from './test-gateway'

const item: AssetItem = { kind: 'video', name: 'walk.mp4', url: 'https://media.test/walk.mp4' }

const pending = { asset_id: 'a-1', original_url: item.url, asset_type: 'video', status: 'Pending' }
const listed = { items: [pending], failed_items: [] }
const reviewed = { state: 'in_review', asset_ref: null, reason: null }

describe('a submission', () => {
  test.each<[LibraryName, string, object]>([
    [
      'full',
      '/api/open-api/v1/seedance/assets/audit',
      { image_urls: [], video_urls: [item.url], audio_urls: [] },
    ],
    [
      'sp',
      '/api/open-api/v1/seedance/sp/assets/upload',
      { name: item.name, type: 'video', url: item.url },
    ],
    [
      'sp_real_person',
      '/api/open-api/v1/seedance/sp/realperson/submit',
      { name: item.name, url: item.url },
    ],
  ])('to %s leaves as the gateway’s own request', async (library, path, body) => {
    const { server, gateway } = await serveGateway({ whole: json({ code: 0, data: listed }) })
    await gateway.submitAsset(library, item)
    const [request = ''] = server.requests
    expect(request.startsWith(`POST ${path} HTTP/1.1\r\n`)).toBe(true)
    expect(JSON.parse(request.split('\r\n\r\n')[1] ?? '')).toEqual(body)
  })

  test.each<[string, Act, Partial<AssetOutcome>]>([
    ['a list', json({ code: '20000', data: listed }), {}],
    [
      'the sibling’s word',
      json({ code: 20000, data: { items: [{ ...pending, status: 'submitted' }] } }),
      {},
    ],
    ['an id alone', json({ code: 0, data: { asset_id: 'a-1' } }), {}],
    [
      'a portrait',
      json({ code: 0, data: { asset_id: 'a-1', status: 'Processing', asset_ref: null } }),
      {},
    ],
    ['a number for an id', json({ code: 0, data: { asset_id: 17 } }), { asset_id: '17' } as object],
  ])('answered with %s is accepted', async (_name, whole, more) => {
    const { server, gateway } = await serveGateway({ whole })
    expect(await gateway.submitAsset('full', item)).toEqual({
      kind: 'accepted',
      asset_id: 'a-1',
      observation: reviewed,
      ...more,
    })
    expect(server.requests).toHaveLength(1)
  })

  test.each<[string, Act, object]>([
    ['20002', json({ code: 20002, msg: 'bad link' }), { code: '20002', message: 'bad link' }],
    ['20001', json({ code: 20001, msg: '' }), { code: '20001', message: null }],
    [
      'a failed item',
      json({
        code: 20000,
        data: { items: [], failed_items: [{ assetId: '', errorMessage: 'cannot be read' }] },
      }),
      { code: '20000', message: 'cannot be read' },
    ],
  ])('answered with %s is refused', async (_name, whole, expected) => {
    const { gateway } = await serveGateway({ whole })
    expect(await gateway.submitAsset('full', item)).toEqual({ kind: 'refused', ...expected })
  })

  test.each<[string, Act, object]>([
    ['429', json({}, 429, { 'retry-after': '7' }), { reason: 'rate_limited', retry_after: 7 }],
  ])('answered with %s was not taken', async (_name, whole, expected) => {
    const { gateway } = await serveGateway({ whole })
    expect(await gateway.submitAsset('sp', item)).toEqual({ kind: 'not_sent', ...expected })
  })

  test('that found nobody was not sent', async () => {
    const gateway = gatewayAt('http://127.0.0.1:9')
    expect(await gateway.submitAsset('sp', item)).toMatchObject({ kind: 'not_sent' })
  })

  test.each<[string, Act, string]>([
    ['nothing', silent, 'timeout'],
    ['a reset', reset, 'reset'],
    ['500', html(500), 'server_error'],
    ['-1', json({ code: -1, msg: 'upstream busy' }), 'server_error'],
    ['HTML', html(200), 'not_json'],
    ['no id', json({ code: 20000, data: { items: [], failed_items: [] } }), 'no_asset_id'],
    ['a refusal that names an asset', json({ code: 20002, data: listed }), 'unrecognised'],
  ])('answered with %s is in doubt and was sent once', async (_name, whole, reason) => {
    const { server, gateway } = await serveGateway({ whole })
    const outcome = await gateway.submitAsset('full', item)
    expect(outcome).toMatchObject({ kind: 'unknown', reason })
    expect(server.requests).toHaveLength(1)
  })

  test('tells the key in no outcome', async () => {
    for (const whole of [
      say(answer(500, `proxy saw Authorization: Bearer ${key}`)),
      json({ code: 20002, msg: `key ${key} may not` }),
      json({ code: 20000, data: { failed_items: [{ errorMessage: `key ${key}` }] } }),
    ]) {
      const { gateway } = await serveGateway({ whole })
      expect(JSON.stringify(await gateway.submitAsset('full', item))).not.toContain(key)
    }
  })
})

describe('the state of an item', () => {
  test.each([
    ['Pending', 'in_review'],
    ['submitted', 'in_review'],
    ['Processing', 'in_review'],
    ['PROCESSING', 'in_review'],
    ['NONE', 'in_review'],
    ['UPLOADING', 'in_review'],
    ['', 'in_review'],
    [null, 'in_review'],
    ['Active', 'active'],
    ['ACTIVE', 'active'],
    ['Rejected', 'rejected'],
    ['Failed', 'failed'],
    ['FAILED', 'failed'],
    ['EXPIRED', 'expired'],
    ['DELETED', 'expired'],
  ])('%s is %s', async (status, state) => {
    const items = [
      { asset_id: 'other', status: 'Active' },
      { asset_id: 'a-1', status },
    ]
    const { gateway } = await serveGateway({ whole: json({ code: 0, data: { items } }) })
    expect(await gateway.assetState('sp', 'a-1')).toEqual({
      kind: 'ok',
      value: { state, asset_ref: null, reason: null },
    })
  })

  test.each<[string, object, object]>([
    [
      'an unknown word',
      { items: [{ asset_id: 'a-1', status: 'Dreaming' }] },
      { state: 'in_review', unknown_status: 'dreaming' },
    ],
    [
      'a portrait’s reference',
      { items: [{ asset_id: 'a-1', status: 'Active', asset_ref: 'asset://p-9' }] },
      { state: 'active', asset_ref: 'asset://p-9' },
    ],
    [
      'a reason',
      { items: [{ assetId: 'a-1', status: 'Rejected', errorMessage: 'a face' }] },
      { state: 'rejected', reason: 'a face' },
    ],
    ['a list without it', { items: [null, { asset_id: 'a-2' }] }, { state: 'missing' }],
  ])('is read from %s', async (_name, data, expected) => {
    const { gateway } = await serveGateway({ whole: json({ code: 20000, data }) })
    expect(await gateway.assetState('full', 'a-1')).toMatchObject({ kind: 'ok', value: expected })
  })

  test('is asked for together with others of its moment, and of its library', async () => {
    const items = ['a-1', 'a-2'].map((asset_id) => ({ asset_id, status: 'Active' }))
    const { server, gateway } = await serveGateway({ whole: json({ code: 0, data: { items } }) })
    const seen = await Promise.all([
      gateway.assetState('sp', 'a-1'),
      gateway.assetState('sp', 'a-2'),
      gateway.assetState('sp', 'a-3'),
      gateway.assetState('full', 'a-1'),
    ])
    expect(seen.map((one) => one.kind === 'ok' && one.value.state)).toEqual([
      'active',
      'active',
      'missing',
      'active',
    ])
    const bodies = server.requests.map((request) => JSON.parse(request.split('\r\n\r\n')[1] ?? ''))
    expect(bodies.map(({ asset_ids }) => asset_ids).sort()).toEqual([
      ['a-1'],
      ['a-1', 'a-2', 'a-3'],
    ])
  })

  test.each<[string, Act, object]>([
    ['no list', json({ code: 20000, data: {} }), { kind: 'retry', reason: 'unrecognised' }],
    ['20001', json({ code: 20001 }), { kind: 'unauthorised' }],
    ['503', html(503), { kind: 'retry', reason: 'server_error' }],
  ])('answered with %s is asked for again', async (_name, whole, expected) => {
    const { gateway } = await serveGateway({ whole })
    expect(await gateway.assetState('full', 'a-1')).toMatchObject(expected)
  })
})

describe('an upload', () => {
  const bytes = Buffer.from('not really a picture')
  async function* stream() {
    yield bytes.subarray(0, 5)
    yield bytes.subarray(5)
  }
  const file = () => ({
    name: '照片 "1".png',
    type: 'image/png',
    bytes: bytes.length,
    stream: stream(),
  })

  test('leaves as one part named file, of a length said beforehand', async () => {
    const data = { url: 'https://media.test/up/1.png', size: bytes.length }
    const { server, gateway } = await serveGateway({ whole: json({ code: 20000, data }) })
    expect(await gateway.upload(file())).toEqual({ kind: 'uploaded', url: data.url })
    const [request = ''] = server.requests
    const [head = '', ...rest] = request.split('\r\n\r\n')
    expect(head).toMatch(/^POST \/api\/open-api\/v1\/files\/upload HTTP\/1\.1\r\n/)
    expect(head).not.toMatch(/transfer-encoding/i)
    const boundary = /content-type: multipart\/form-data; boundary=(\S+)/i.exec(head)?.[1]
    expect(rest.join('\r\n\r\n')).toBe(
      `--${boundary}\r\n` +
        'Content-Disposition: form-data; name="file"; filename="-1-.png"\r\n' +
        `Content-Type: image/png\r\n\r\n${bytes.toString()}\r\n--${boundary}--\r\n`,
    )
  })

  test.each<[string, Act, object]>([
    ['20002', json({ code: 20002, msg: 'too big' }), { kind: 'refused', message: 'too big' }],
    ['413 of a proxy', html(413), { kind: 'refused', code: '413' }],
    ['20001', json({ code: 20001 }), { kind: 'unauthorised' }],
    ['429', json({}, 429), { kind: 'retry', reason: 'rate_limited' }],
    ['503', html(503), { kind: 'retry', reason: 'server_error' }],
    ['-1', json({ code: -1 }), { kind: 'retry', reason: 'server_error' }],
    ['no link', json({ code: 20000, data: {} }), { kind: 'retry', reason: 'unrecognised' }],
    ['no real link', json({ code: 0, data: { url: '/x' } }), { kind: 'retry' }],
    ['a reset', reset, { kind: 'retry', reason: 'reset' }],
  ])('answered with %s', async (_name, whole, expected) => {
    const { gateway } = await serveGateway({ whole })
    expect(await gateway.upload(file())).toMatchObject(expected)
  })
})
