import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSimulator } from './simulator'
import { anHour, createPath, startSimulator, type Answer } from './test-client'

let client: Awaited<ReturnType<typeof startSimulator>>
beforeAll(async () => {
  client = await startSimulator({ startBalance: 10_000 })
})
afterAll(() => client.stop())

async function answerOf(response: Promise<Response>): Promise<Answer> {
  return (await (await response).json()) as Answer
}

describe('keys', () => {
  it.each(['Bearer', 'Basic x', ''])(
    'refuses "%s" with 20001 and no words',
    async (authorization) => {
      const answer = await answerOf(
        client.request('/api/open-api/v1/user/balance', { headers: { authorization } }),
      )
      expect(answer).toEqual({ code: 20001, msg: '', data: null })
    },
  )

  it('takes only its own key when it has one, spaces around it forgiven', async () => {
    const locked = await startSimulator({ key: 'right' })
    const codeOf = async (key: string) => {
      const headers = { authorization: `Bearer ${key}` }
      return (await answerOf(locked.request('/api/open-api/v1/user/balance', { headers }))).code
    }
    expect([await codeOf('wrong'), await codeOf('  right ')]).toEqual([20001, 20000])
    await locked.stop()
  })

  it('asks for none where the catalogue is', async () => {
    const headers = { authorization: '' }
    const path = '/api/openapi/model/catalog?search=MINI-720p'
    const { data } = await answerOf(client.request(path, { headers }))
    expect((data.list as { model_name: string }[]).map((row) => row.model_name)).toEqual([
      'seedance2.0-mini-720p',
      'seedance2.0-mini-720p-video',
    ])
  })

  it('writes the key down nowhere, only its hash', async () => {
    await client.create()
    const text = JSON.stringify(client.simulator.requests())
    expect(text).toContain(createHash('sha256').update('test-key').digest('hex'))
    expect(text).not.toContain('test-key')
  })
})

describe('a task', () => {
  it('goes from queued to a video that can be fetched in parts', async () => {
    const { data } = await client.create()
    const id = String(data.task_id)
    expect(data).toMatchObject({ status: 'queued', model: 'seedance2.0-md', cost: 0.6 })
    client.simulator.advance(8_000)
    expect((await client.query(id)).data).toMatchObject({ status: 'processing' })
    client.simulator.advance(anHour)
    const link = await client.linkOf(id)

    const whole = await fetch(link)
    const bytes = Buffer.from(await whole.arrayBuffer())
    const etag = whole.headers.get('etag') ?? ''
    const part = await fetch(link, { headers: { range: 'bytes=10-19', 'if-range': etag } })
    expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'video/mp4'])
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe(`bytes 10-19/${bytes.length}`)
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(10, 20))

    const other = await fetch(link, { headers: { range: 'bytes=10-19', 'if-range': '"old"' } })
    expect((await other.arrayBuffer()).byteLength).toBe(bytes.length)
    const beyond = await fetch(link, { headers: { range: `bytes=${bytes.length}-` } })
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([
      416,
      `bytes */${bytes.length}`,
    ])
    const head = await fetch(link, { method: 'HEAD' })
    expect(head.headers.get('content-length')).toBe(String(bytes.length))
  })

  it('has a link that dies after three days and is given anew by the next query', async () => {
    const id = await client.finish()
    const link = await client.linkOf(id)
    client.simulator.advance(71 * anHour)
    expect((await fetch(link, { method: 'HEAD' })).status).toBe(200)
    client.simulator.advance(anHour)
    expect((await fetch(link)).status).toBe(403)
    expect((await fetch(await client.linkOf(id), { method: 'HEAD' })).status).toBe(200)
    expect((await fetch(link.replace('expires=', 'expires=9'))).status).toBe(403)
  })

  it('is unknown by another id', async () => {
    expect(await client.query('vid_none')).toMatchObject({ code: 20002, msg: '任务不存在' })
  })

  it('is not made from a refused request, which is recorded but not charged', async () => {
    const before = client.simulator.ledger().length
    expect(await client.create({ duration: 16 })).toMatchObject({ code: 20002, data: null })
    expect(client.simulator.ledger()).toHaveLength(before)
    expect(client.simulator.requests().at(-1)).toMatchObject({ method: 'POST', path: createPath })
  })
})

describe('money', () => {
  it('joins every charge with its request by the hash of the body', async () => {
    await client.create({ prompt: 'joined' })
    const body = client.simulator.requests().at(-1)?.body ?? ''
    expect(client.simulator.ledger().at(-1)).toMatchObject({
      kind: 'charge',
      amount: 0.6,
      body_sha256: createHash('sha256').update(body).digest('hex'),
    })
  })

  it('counts on the account and on the key, and gives back for a failure', async () => {
    const fresh = await startSimulator({ startBalance: 10 })
    await fresh.create()
    await fresh.create({ prompt: 'sim:moderation' })
    const balance = async (whose: string) =>
      (await answerOf(fresh.request(`/api/open-api/v1/${whose}/balance`))).data
    expect(await balance('user')).toEqual({ balance: 10, used_coin: 1.2, available: 8.8 })
    fresh.simulator.advance(anHour)
    expect(await balance('user')).toEqual({ balance: 10, used_coin: 0.6, available: 9.4 })
    expect(await balance('key')).toMatchObject({ used_quota: 0.6, unlimited: true })
    await fresh.stop()
  })

  it('ends with the balance, and with the quota of the key', async () => {
    const poor = await startSimulator({ startBalance: 1 })
    expect([(await poor.create()).code, (await poor.create()).code]).toEqual([20000, 20002])
    await poor.post('/_simulator/balance', { add: 1 })
    expect((await poor.create()).code).toBe(20000)
    await poor.stop()
    const bound = await startSimulator({ keyQuota: 0.5 })
    expect([(await bound.create()).code, (await bound.create()).code]).toEqual([20000, 20002])
    await bound.stop()
  })
})

describe('what is kept', () => {
  it('is all there after it was opened again', async () => {
    const id = await client.finish({ prompt: 'kept' })
    client.simulator.fault({ kind: 'stuck' }, { match: { prompt_includes: 'later' }, times: 2 })
    const link = await client.linkOf(id)
    const before = {
      ledger: client.simulator.ledger(),
      tasks: client.simulator.tasks(),
      creates: client.simulator.requests().filter(({ path }) => path === createPath),
    }
    await client.reopen()
    const { simulator } = client
    expect(simulator.ledger()).toEqual(before.ledger)
    expect(simulator.tasks().map((task) => task.id)).toEqual(before.tasks.map((task) => task.id))
    expect(simulator.requests()).toEqual(before.creates)
    const moved = new URL(link)
    moved.port = String(simulator.port)
    expect((await fetch(moved)).status).toBe(200)
    const faults = await (await client.request('/_simulator/faults')).json()
    expect(faults).toMatchObject([{ times: 2, fault: { kind: 'stuck' } }])
    simulator.clearFaults()
  })

  it('is kept by one simulator at a time', async () => {
    const second = createSimulator({ dataDir: client.folder, ffmpeg: null })
    await expect(second).rejects.toThrow(/another simulator/)
  })
})

it('answers 404 where the gateway has nothing', async () => {
  expect((await client.request('/api/open-api/v1/videos')).status).toBe(404)
  expect((await client.request(createPath, { method: 'PUT' })).status).toBe(404)
})
