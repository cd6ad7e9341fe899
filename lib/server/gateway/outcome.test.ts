import { describe, expect, test } from 'vitest'
import {
  answer,
  reset,
  say,
  silent,
  startRawServer,
  type Act,
  type Script,
} from '@/tests/raw-server'
import type { CreateOutcome } from './outcome'
import { gatewayAt, html, input, json, serveGateway, task } from './test-gateway'

type Expected = { kind: CreateOutcome['kind'] } & Record<string, unknown>

const accepted: Expected = {
  kind: 'accepted',
  task_id: 'vid_1',
  status: 'queued',
  cost: null,
  created_at: new Date(1_783_000_000_000),
}

describe('a create', () => {
  test.each<[string, Act, Expected]>([
    ['20000', json({ code: 20000, msg: 'ok', data: task }), accepted],
    ['"20000"', json({ code: '20000', msg: 'ok', data: task }), accepted],
    ['0', json({ code: 0, msg: 'ok', data: task }), accepted],
    ['"0"', json({ code: '0', data: task }), accepted],
    ['200', json({ code: 200, data: task }), accepted],
    ['a missing code', json({ data: task }), accepted],
    ['a missing envelope', json(task), accepted],
    [
      'data.id',
      json({ code: 20000, data: { id: 'vid_1' } }),
      { kind: 'accepted', task_id: 'vid_1' },
    ],
    ['a cost', json({ code: 0, data: { ...task, cost: 0.4 } }), { kind: 'accepted', cost: 0.4 }],
    ['milliseconds', json({ code: 0, data: { ...task, created_at: 1_783_000_000_000 } }), accepted],
    ['success in a 500', json({ code: 20000, data: task }, 500), accepted],
  ])('answered with %s is accepted', async (_name, whole, expected) => {
    const { server, gateway } = await serveGateway({ whole })
    expect(await gateway.create(input)).toMatchObject(expected)
    expect(server.requests).toHaveLength(1)
  })

  test.each<[string, Act, string, string]>([
    ['20001', json({ code: 20001, msg: '', data: null }), '20001', 'invalid_key'],
    ['"20001"', json({ code: '20001', msg: null }), '20001', 'invalid_key'],
    ['20002', json({ code: 20002, msg: 'bad ratio', data: null }), '20002', 'bad_request'],
    ['20002 in a 500', json({ code: 20002, msg: 'bad ratio' }, 500), '20002', 'bad_request'],
    [
      '20002 about the model',
      json({ code: 20002, msg: '不支持的模型参数' }),
      '20002',
      'unsupported_model',
    ],
    ['-1 for lack of money', json({ code: -1, msg: '余额不足' }), '-1', 'insufficient_balance'],
    ['401', json({ error: { message: 'no such key' } }, 401), '401', 'invalid_key'],
    ['an empty 401', say(answer(401)), '401', 'invalid_key'],
    ['403', json({ message: 'forbidden' }, 403), '403', 'invalid_key'],
    ['400', json({ message: 'bad ratio' }, 400), '400', 'bad_request'],
    ['404', json({ message: 'no such route' }, 404), '404', 'wrong_path'],
    ['422', json({ code: 42, msg: 'no' }, 422), '42', 'bad_request'],
  ])('answered with %s is refused and costs nothing', async (_name, whole, code, failure) => {
    const { server, gateway } = await serveGateway({ whole })
    expect(await gateway.create(input)).toMatchObject({
      kind: 'refused',
      code,
      failure: { code: failure, charged: false },
    })
    expect(server.requests).toHaveLength(1)
  })

  test.each<[string, Act, Expected]>([
    ['429', json({ msg: 'slow down' }, 429), { kind: 'not_sent', reason: 'rate_limited' }],
    [
      '429 with seconds',
      json({ code: -1 }, 429, { 'retry-after': '7' }),
      { kind: 'not_sent', reason: 'rate_limited', retry_after: 7 },
    ],
    [
      '429 with a date',
      say(answer(429, '', { 'retry-after': 'Thu, 02 Jul 2026 12:01:30 GMT' })),
      { kind: 'not_sent', reason: 'rate_limited', retry_after: 90 },
    ],
    [
      '429 with a date gone by',
      say(answer(429, '', { 'retry-after': 'Thu, 02 Jul 2026 11:00:00 GMT' })),
      { kind: 'not_sent', reason: 'rate_limited', retry_after: 0 },
    ],
    [
      '429 with nonsense',
      say(answer(429, '', { 'retry-after': 'soon' })),
      { kind: 'not_sent', reason: 'rate_limited', retry_after: undefined },
    ],
    [
      '429 and half a body',
      (socket) => socket.end(answer(429, '<html', { 'content-length': '90', 'retry-after': '7' })),
      { kind: 'not_sent', reason: 'rate_limited', retry_after: 7 },
    ],
  ])('answered with %s may be sent again', async (_name, whole, expected) => {
    const { server, gateway } = await serveGateway({ whole })
    expect(await gateway.create(input)).toMatchObject(expected)
    expect(server.requests).toHaveLength(1)
  })

  test('may be sent again when the gateway is not there', async () => {
    const server = await startRawServer({})
    await server.close()
    const outcome = await gatewayAt(server.url).create(input)
    expect(outcome).toEqual({ kind: 'not_sent', reason: 'refused' })
  })

  const evidence = (status: number | null, code: string | null = null) => ({ status, code })

  test.each<[string, Script, Expected]>([
    [
      'a reset before it was read',
      { arrived: reset },
      { kind: 'unknown', reason: 'reset', evidence: evidence(null) },
    ],
    [
      'a reset after it was read',
      { whole: reset },
      { kind: 'unknown', reason: 'reset', evidence: evidence(null) },
    ],
    [
      'no answer',
      { whole: silent },
      { kind: 'unknown', reason: 'timeout', evidence: evidence(null) },
    ],
    [
      'a body that stalls',
      { whole: say(answer(200, '{"code":20000,', { 'content-length': '200' })) },
      { kind: 'unknown', reason: 'timeout', evidence: evidence(200) },
    ],
    [
      'a body cut short',
      { whole: (socket) => socket.end(answer(200, '{"code":20000,', { 'content-length': '200' })) },
      { kind: 'unknown', reason: 'reset', evidence: evidence(200) },
    ],
    [
      'a refusal cut short',
      { whole: (socket) => socket.end(answer(400, '{"code":20002,', { 'content-length': '200' })) },
      { kind: 'unknown', reason: 'reset', evidence: evidence(400) },
    ],
    [
      'more than we read',
      { whole: say(answer(200, 'x'.repeat(4 * 1024 * 1024 + 1))) },
      { kind: 'unknown', reason: 'too_large', evidence: evidence(200) },
    ],
    [
      '500',
      { whole: json({ msg: 'oops' }, 500) },
      { kind: 'unknown', reason: 'server_error', evidence: evidence(500) },
    ],
    ['an empty 500', { whole: say(answer(500)) }, { kind: 'unknown', reason: 'server_error' }],
    [
      '502 in HTML',
      { whole: html(502) },
      { kind: 'unknown', reason: 'server_error', evidence: evidence(502) },
    ],
    [
      '503 with Retry-After',
      { whole: json({}, 503, { 'retry-after': '1' }) },
      { kind: 'unknown', reason: 'server_error' },
    ],
    [
      '500 that speaks of balance',
      { whole: json({ msg: 'insufficient balance' }, 500) },
      { kind: 'unknown', reason: 'server_error' },
    ],
    [
      '-1',
      { whole: json({ code: -1, msg: 'upstream busy' }) },
      { kind: 'unknown', reason: 'server_error', evidence: evidence(200, '-1') },
    ],
    [
      '"-1" in a 400',
      { whole: json({ code: '-1', msg: 'busy' }, 400) },
      { kind: 'unknown', reason: 'server_error' },
    ],
    ['200 in HTML', { whole: html(200) }, { kind: 'unknown', reason: 'not_json' }],
    ['403 in HTML', { whole: html(403) }, { kind: 'unknown', reason: 'not_json' }],
    ['404 in HTML', { whole: html(404) }, { kind: 'unknown', reason: 'not_json' }],
    ['nothing', { whole: say(answer(200)) }, { kind: 'unknown', reason: 'not_json' }],
    [
      'broken JSON',
      { whole: say(answer(200, '{"code":20000,"data":{"task_id":"vid')) },
      { kind: 'unknown', reason: 'not_json' },
    ],
    [
      'success without data',
      { whole: json({ code: 20000, data: null }) },
      { kind: 'unknown', reason: 'no_task_id' },
    ],
    [
      'success without an id',
      { whole: json({ code: '20000', data: { status: 'queued', task_id: '' } }) },
      { kind: 'unknown', reason: 'no_task_id', evidence: evidence(200, '20000') },
    ],
    [
      'a code we do not know',
      { whole: json({ code: 30000, msg: 'hm' }) },
      { kind: 'unknown', reason: 'unrecognised' },
    ],
    [
      'no code and no task',
      { whole: json({ msg: 'ok' }) },
      { kind: 'unknown', reason: 'unrecognised' },
    ],
    ['a 400 without a word', { whole: json({}, 400) }, { kind: 'unknown', reason: 'unrecognised' }],
    ['a list', { whole: json([]) }, { kind: 'unknown', reason: 'unrecognised' }],
    [
      'a task under an error code',
      { whole: json({ code: 20002, data: task }) },
      { kind: 'unknown', reason: 'unrecognised' },
    ],
    [
      '408',
      { whole: json({ message: 'request timeout' }, 408) },
      { kind: 'unknown', reason: 'unrecognised' },
    ],
    [
      'a redirect',
      { whole: say(answer(302, '', { location: '/login' })) },
      { kind: 'unknown', reason: 'not_json' },
    ],
  ])('answered with %s is in doubt and was sent once', async (_name, script, expected) => {
    const { server, gateway } = await serveGateway(script)
    expect(await gateway.create(input)).toMatchObject(expected)
    expect(server.connections()).toBe(1)
  })
})

describe('a query', () => {
  const observed = (status: string) => ({ kind: 'observed', observation: { status } })

  test.each<[string, Act, object]>([
    ['queued', json({ code: '20000', data: task }), observed('queued')],
    [
      'in any case',
      json({ code: 20000, data: { ...task, status: 'SUCCEED' } }),
      observed('completed'),
    ],
    [
      'in a new word',
      json({ code: 20000, data: { ...task, status: 'upscaling' } }),
      observed('processing'),
    ],
    ['without an envelope', json({ ...task, status: 'processing' }), observed('processing')],
    [
      'failed, with the reason in the envelope',
      json({ code: 0, message: 'Read timed out', data: { ...task, status: 'failed' } }),
      { kind: 'observed', observation: { failure: { gateway_message: 'Read timed out' } } },
    ],
    [
      '20002 任务不存在',
      json({ code: 20002, msg: '任务不存在', data: null }),
      { kind: 'not_found' },
    ],
    ['-1 not found', json({ code: -1, msg: 'task not found' }), { kind: 'not_found' }],
    ['-1 in a 500', json({ code: -1, msg: 'Task does not exist' }, 500), { kind: 'not_found' }],
    ['404', json({}, 404), { kind: 'not_found' }],
    ['20001', json({ code: 20001, msg: '' }), { kind: 'unauthorised' }],
    ['401', say(answer(401)), { kind: 'unauthorised' }],
    ['403', json({ message: 'no' }, 403), { kind: 'unauthorised' }],
    ['403 in HTML', html(403), { kind: 'retry', reason: 'not_json' }],
    ['404 in HTML', html(404), { kind: 'retry', reason: 'not_json' }],
    [
      '429',
      json({}, 429, { 'retry-after': '30' }),
      { kind: 'retry', reason: 'rate_limited', retry_after: 30 },
    ],
    ['-1', json({ code: -1, msg: 'upstream busy' }), { kind: 'retry', reason: 'server_error' }],
    ['502 in HTML', html(502), { kind: 'retry', reason: 'server_error' }],
    [
      '503',
      say(answer(503, '', { 'retry-after': '9' })),
      { kind: 'retry', reason: 'server_error', retry_after: 9 },
    ],
    [
      '20002 for something else',
      json({ code: 20002, msg: 'hm' }),
      { kind: 'retry', reason: 'unrecognised' },
    ],
    [
      'success without a task',
      json({ code: 20000, data: null }),
      { kind: 'retry', reason: 'unrecognised' },
    ],
    ['broken JSON', say(answer(200, '{"code"')), { kind: 'retry', reason: 'not_json' }],
    ['a reset', reset, { kind: 'retry', reason: 'reset' }],
    ['silence', silent, { kind: 'retry', reason: 'timeout' }],
  ])('answered %s', async (_name, whole, expected) => {
    const { gateway } = await serveGateway({ whole })
    expect(await gateway.query('vid_1')).toMatchObject(expected)
  })
})
