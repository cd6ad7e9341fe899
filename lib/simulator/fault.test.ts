import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Fault, FaultMatch } from './fault'
import { anHour, createPath, queryPath, startSimulator } from './test-client'

let client: Awaited<ReturnType<typeof startSimulator>>
beforeAll(async () => {
  client = await startSimulator({ startBalance: 10_000 })
})
afterEach(() => client.simulator.clearFaults())
afterAll(() => client.stop())

const body = { model: 'seedance2.0-md', prompt: 'a lake', duration: 1 }

function once(fault: Fault, match: FaultMatch = {}): void {
  client.simulator.fault(fault, { times: 1, match })
}

/** How many creates were charged while `work` went on. */
async function chargesDuring(work: () => Promise<unknown>): Promise<number> {
  const before = client.simulator.ledger().length
  await work()
  return client.simulator.ledger().length - before
}

const post = () => client.post(createPath, body)
const connectionLost = () => expect(post()).rejects.toThrow('fetch failed')

describe('on the way', () => {
  it.each<[Fault, number]>([
    [{ kind: 'reset' }, 0],
    [{ kind: 'drop_reply' }, 0],
    [{ kind: 'drop_reply', after_charge: true }, 1],
  ])('%j: the connection ends without an answer, %d charged', async (fault, charged) => {
    once(fault)
    expect(await chargesDuring(connectionLost)).toBe(charged)
    expect((await client.create()).code).toBe(20000)
  })

  it('resets before the body is read, so that the request is not even recorded', async () => {
    const before = client.simulator.requests().length
    once({ kind: 'reset' })
    await connectionLost()
    expect(client.simulator.requests()).toHaveLength(before)
  })

  it.each<[Fault, number, string]>([
    [{ kind: 'http_status', status: 429, retry_after: 7 }, 0, 'application/json'],
    [{ kind: 'http_status', status: 502, body: 'html' }, 0, 'text/html'],
    [{ kind: 'http_status', status: 500, body: 'empty', after_charge: true }, 1, 'text/plain'],
  ])('%j: %d charged, %s', async (fault, charged, type) => {
    once(fault)
    let response = new Response()
    expect(await chargesDuring(async () => (response = await post()))).toBe(charged)
    const { status, retry_after } = { retry_after: null, ...(fault as { status: number }) }
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toContain(type)
    expect(response.headers.get('retry-after')).toBe(retry_after === null ? null : '7')
  })

  it('breaks the JSON after the charge', async () => {
    once({ kind: 'broken_json' })
    expect(
      await chargesDuring(async () => {
        const text = await (await post()).text()
        expect(text).toMatch(/^\{"code":20000/)
        expect(() => JSON.parse(text) as unknown).toThrow()
      }),
    ).toBe(1)
  })

  it('trickles a body that is whole in the end', async () => {
    once({ kind: 'slow_body', bytes_per_second: 2000 })
    const response = await post()
    const sizes: number[] = []
    for await (const chunk of response.body ?? []) sizes.push((chunk as Uint8Array).length)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(100)
    expect(sizes.reduce((sum, size) => sum + size)).toBe(
      Number(response.headers.get('content-length')),
    )
  })

  it('waits before it answers', async () => {
    once({ kind: 'delay', ms: 60_000 })
    const impatient = client.request(queryPath('x'), { signal: AbortSignal.timeout(50) })
    await expect(impatient).rejects.toThrow(/timeout/)
  })
})

describe('the envelope', () => {
  it.each<[Fault, number, unknown]>([
    [{ kind: 'refuse', code: 20002, msg: 'no' }, 0, { code: 20002, msg: 'no', data: null }],
    [{ kind: 'minus_one' }, 0, { code: -1 }],
    [{ kind: 'minus_one', after_charge: true }, 1, { code: -1, data: null }],
    [{ kind: 'success_code', code: '20000' }, 1, { code: '20000' }],
    [{ kind: 'success_code', code: 0 }, 1, { code: 0 }],
    [{ kind: 'success_code', code: '0' }, 1, { code: '0' }],
    [{ kind: 'no_envelope' }, 1, { status: 'queued' }],
  ])('%j: %d charged', async (fault, charged, expected) => {
    once(fault)
    expect(
      await chargesDuring(async () =>
        expect(await client.create()).toMatchObject(expected as object),
      ),
    ).toBe(charged)
  })

  it('can lack its code, or the task its id', async () => {
    once({ kind: 'success_code', code: null })
    expect(await client.create()).not.toHaveProperty('code')
    once({ kind: 'no_task_id' })
    const { data } = await client.create()
    expect(data).toMatchObject({ status: 'queued' })
    expect(data).not.toHaveProperty('task_id')
  })
})

describe('a task', () => {
  it('fails for the reason given and is refunded when it is said', async () => {
    once({ kind: 'fail', error_message: 'because', refund_delay_ms: 2 * anHour })
    const id = await client.finish()
    expect((await client.query(id)).data).toMatchObject({
      status: 'failed',
      progress: 0,
      error_message: 'because',
    })
    const kinds = () =>
      client.simulator
        .ledger()
        .filter((charge) => charge.task_id === id)
        .map((charge) => charge.kind)
    expect(kinds()).toEqual(['charge'])
    client.simulator.advance(2 * anHour)
    expect(kinds()).toEqual(['charge', 'refund'])
  })

  it('takes longer, or never ends', async () => {
    once({ kind: 'slow', factor: 1000 })
    const slow = await client.finish()
    once({ kind: 'stuck' })
    const stuck = await client.finish()
    expect((await client.query(slow)).data).toMatchObject({ status: 'processing' })
    client.simulator.advance(1000 * anHour)
    expect((await client.query(slow)).data).toMatchObject({ status: 'completed' })
    expect((await client.query(stuck)).data).toMatchObject({ status: 'processing' })
  })

  it.each<[Fault, string]>([
    [{ kind: 'status_word', word: 'SUCCEED' }, '"status":"SUCCEED"'],
    [{ kind: 'not_found' }, '任务不存在'],
    [{ kind: 'link_without_scheme' }, '"video_url":"seedance/video/'],
    [{ kind: 'milliseconds' }, '"created_at":1[0-9]{12},'],
  ])('%j is told once, then the truth', async (fault, told) => {
    const id = await client.finish()
    once(fault)
    expect(JSON.stringify(await client.query(id))).toMatch(new RegExp(told))
    const truth = await client.query(id)
    expect(truth.data).toMatchObject({ status: 'completed' })
    expect(JSON.stringify(truth)).not.toMatch(new RegExp(told))
  })

  it('is completed without its link, but only once it is completed', async () => {
    once({ kind: 'without_link' })
    const { data } = await client.create()
    await client.query(data.task_id)
    client.simulator.advance(anHour)
    const bare = await client.query(data.task_id)
    expect(bare.data).toMatchObject({ status: 'completed' })
    expect(bare.data).not.toHaveProperty('result')
    expect((await client.query(data.task_id)).data).toHaveProperty('result')
  })

  it('goes backwards for a moment', async () => {
    once({ kind: 'progress_backwards' })
    const { data } = await client.create()
    client.simulator.advance(20_000)
    const told = Number((await client.query(data.task_id)).data.progress)
    expect(told).toBeLessThan(Number((await client.query(data.task_id)).data.progress))
  })

  it('tells its failure in another field, and its cost not at all', async () => {
    const id = await client.finish({ prompt: 'sim:timeout' })
    once({ kind: 'error_text_in', field: 'error_msg' })
    const { data } = await client.query(id)
    expect(data).toMatchObject({ error_msg: '[SY_ERR:10] Read timed out' })
    expect(data).not.toHaveProperty('error_message')
    once({ kind: 'without_cost' })
    expect((await client.query(id)).data).not.toHaveProperty('cost')
  })
})

describe('which request a fault meets', () => {
  it('waits for the one that fits in every part', async () => {
    const match = { model: 'seedance2.0-md', prompt_includes: 'storm', method: 'post' }
    once({ kind: 'minus_one' }, match)
    expect((await client.create()).code).toBe(20000)
    expect(
      (await client.create({ model: 'seedance2.0-std', prompt: 'storm', duration: 4 })).code,
    ).toBe(20000)
    expect((await client.create({ prompt: 'a storm' })).code).toBe(-1)
    expect((await client.create({ prompt: 'a storm' })).code).toBe(20000)
  })

  it('knows a query by its task: model, prompt, id and true status', async () => {
    const id = await client.finish({ prompt: 'known' })
    const other = await client.finish()
    once(
      { kind: 'status_word', word: 'success' },
      { prompt_includes: 'known', status: 'completed', task_id: id, path: '/videos/' },
    )
    expect((await client.query(other)).data).toMatchObject({ status: 'completed' })
    expect((await client.query(id)).data).toMatchObject({ status: 'success' })
  })

  it('is set, listed and cleared over HTTP, and never meets those calls', async () => {
    await client.post('/_simulator/faults', { fault: { kind: 'drop_reply' } })
    const listed = (await (await client.request('/_simulator/faults')).json()) as unknown[]
    expect(listed).toMatchObject([{ times: null, match: {}, fault: { kind: 'drop_reply' } }])
    await connectionLost()
    await client.request('/_simulator/faults', { method: 'DELETE' })
    expect((await client.create()).code).toBe(20000)
  })

  it.each([{}, { fault: { kind: 'nonsense' } }, { fault: { kind: 'reset' }, times: 0 }])(
    'refuses %j',
    async (script) => {
      expect((await client.post('/_simulator/faults', script)).status).toBe(400)
    },
  )
})
