import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { errorBodySchema } from '@/lib/schemas/error'
import { taskListSchema, taskSchema } from '@/lib/schemas/task'
import { createTestApp, listed, type TestApp } from './app'

const input = { model: 'seedance2.0-mini', prompt: 'Steam rises from a cup', duration: 5 }

let app: TestApp

beforeAll(async () => {
  app = await createTestApp()
})
afterEach(() => app.simulator.clearFaults())
afterAll(() => app.close())

function post(body: unknown, key: string | null, headers: Record<string, string> = {}) {
  const keyed = key === null ? headers : { 'idempotency-key': key, ...headers }
  return app.request('POST', '/api/tasks', { body, headers: keyed })
}

async function errorOf(response: Response) {
  return z.parse(errorBodySchema, await response.json()).error
}

describe('POST /api/tasks', () => {
  it('answers 201 with the task, and 200 with the same task for the same key', async () => {
    const key = crypto.randomUUID()
    const first = await post(input, key)
    const second = await post({ duration: 5, prompt: input.prompt, model: input.model }, key)
    expect([first.status, second.status]).toEqual([201, 200])
    const [one, two] = [await first.json(), await second.json()]
    expect(two.id).toBe(one.id)
    expect(one).toMatchObject({
      model: input.model,
      line: 'mini',
      input,
      cost: { unit: 'JimiCoin' },
    })
    expect(one.cost.estimate).toBeGreaterThan(0)
  })

  it('creates once when the same key arrives fifty times at once', async () => {
    const key = crypto.randomUUID()
    const prompt = 'Fifty at once'
    const responses = await Promise.all(
      Array.from({ length: 50 }, () => post({ ...input, prompt }, key)),
    )
    const ids = await Promise.all(responses.map(async (response) => (await response.json()).id))
    expect(new Set(ids).size).toBe(1)
    expect(responses.filter(({ status }) => status === 201)).toHaveLength(1)
    await app.context.calls.idle()
    expect(app.simulator.tasks().filter((task) => task.input.prompt === prompt)).toHaveLength(1)
  })

  it('refuses the same key with another input', async () => {
    const key = crypto.randomUUID()
    await post(input, key)
    const response = await post({ ...input, duration: 6 }, key)
    expect(response.status).toBe(422)
    expect((await errorOf(response)).code).toBe('idempotency_mismatch')
  })

  it('wants a key', async () => {
    const response = await post(input, null)
    expect(response.status).toBe(400)
    expect((await errorOf(response)).code).toBe('idempotency_key_required')
  })

  it('puts each complaint on its field, stores nothing, and leaves the key free', async () => {
    const key = crypto.randomUUID()
    const before = await listed(app)
    const response = await post(
      { model: 'seedance2.0-md', prompt: ' ', duration: 16, ratio: '4:3' },
      key,
    )
    expect(response.status).toBe(422)
    const { code, fields } = await errorOf(response)
    expect(code).toBe('invalid_input')
    expect(Object.keys(fields ?? {}).sort()).toEqual(['duration', 'prompt', 'ratio'])
    expect(await listed(app)).toEqual(before)
    expect((await post(input, key)).status).toBe(201)
  })

  it.each([
    { what: 'broken JSON', body: '{', type: 'application/json', status: 400 },
    { what: 'another type', body: '{}', type: 'text/plain', status: 415 },
    {
      what: 'a body over the limit',
      body: `"${'x'.repeat(300_000)}"`,
      type: 'application/json',
      status: 413,
    },
    { what: 'no object', body: '[]', type: 'application/json', status: 422 },
  ])('refuses $what', async ({ body, type, status }) => {
    const { POST } = await import('@/app/api/tasks/route')
    const request = new Request('http://127.0.0.1:3000/api/tasks', {
      method: 'POST',
      headers: { host: '127.0.0.1:3000', 'content-type': type, 'idempotency-key': 'k' },
      body,
    })
    expect((await POST(request, { params: Promise.resolve({}) })).status).toBe(status)
  })

  it.each<{ from: string; headers: Record<string, string> }>([
    { from: 'another site', headers: { 'sec-fetch-site': 'cross-site' } },
    { from: 'another origin of this site', headers: { 'sec-fetch-site': 'same-site' } },
    { from: 'another origin', headers: { origin: 'https://evil.test' } },
    { from: 'a sandboxed frame', headers: { origin: 'null' } },
    { from: 'another port of this machine', headers: { origin: 'http://127.0.0.1:8000' } },
  ])('refuses a request from $from', async ({ headers }) => {
    const response = await post(input, crypto.randomUUID(), headers)
    expect(response.status).toBe(403)
    expect((await errorOf(response)).code).toBe('forbidden_origin')
  })

  it.each(['dailies.test', '127.0.0.1.evil.test', '10.0.0.5:3000', ''])(
    'refuses the host "%s" in local mode',
    async (host) => {
      const response = await app.request('GET', '/api/tasks', { headers: { host } })
      expect(response.status).toBe(403)
    },
  )
})

describe('GET /api/tasks', () => {
  it('pages through everything once, newest first, whatever arrives meanwhile', async () => {
    const pages: string[] = []
    let cursor: string | null = null
    do {
      const search = cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''
      const response = await app.request('GET', `/api/tasks?limit=2${search}`)
      const page: z.infer<typeof taskListSchema> = z.parse(taskListSchema, await response.json())
      pages.push(...page.data.map(({ id }) => id))
      cursor = page.next_cursor
      await post({ ...input, prompt: 'arrives meanwhile' }, crypto.randomUUID())
    } while (cursor)
    const all = await listed(app, '?limit=100')
    const late = all.filter((task) => task.input.prompt === 'arrives meanwhile').map(({ id }) => id)
    expect(pages).toEqual(all.map(({ id }) => id).filter((id) => !late.includes(id)))
    const times = all.map((task) => task.created_at)
    expect(times).toEqual([...times].sort().reverse())
  })

  it('filters by status, model, line and words of the prompt', async () => {
    await app.create({ ...input, model: 'seedance2.0-std', prompt: '灯笼 drift over a Lake' })
    expect(await listed(app, '?line=std')).toHaveLength(1)
    expect(await listed(app, '?model=seedance2.0-std&q=lake')).toHaveLength(1)
    expect(await listed(app, `?q=${encodeURIComponent('灯笼')}`)).toHaveLength(1)
    expect(await listed(app, '?line=std&status=failed,unconfirmed')).toHaveLength(0)
    expect(await listed(app, '?line=std&status=queued,processing')).toHaveLength(1)
  })

  it.each(['?limit=0', '?limit=101', '?limit=many', '?status=done', '?cursor=guess'])(
    'refuses %s',
    async (search) => {
      const response = await app.request('GET', `/api/tasks${search}`)
      expect(response.status).toBe(422)
      expect(Object.keys((await errorOf(response)).fields ?? {})).toHaveLength(1)
    },
  )
})

describe('one task', () => {
  it('takes a title and a favourite, is hidden and comes back', async () => {
    const { id } = await app.create(input)
    const patch = (body: unknown) => app.request('PATCH', `/api/tasks/${id}`, { body })
    await patch({ title: 'First light', favourite: true })
    expect(await app.task(id)).toMatchObject({ title: 'First light', favourite: true })

    await app.request('DELETE', `/api/tasks/${id}`)
    expect((await listed(app, '?limit=100')).map((task) => task.id)).not.toContain(id)
    expect((await app.task(id)).hidden).toBe(true)
    await patch({ hidden: false })
    expect((await listed(app, '?limit=100')).map((task) => task.id)).toContain(id)
    expect((await patch({ status: 'completed' })).status).toBe(422)
  })

  it.each(['nothing', '00000000-0000-7000-8000-000000000000', '../secret'])(
    'is not found as %s',
    async (id) => {
      expect((await app.request('GET', `/api/tasks/${encodeURIComponent(id)}`)).status).toBe(404)
    },
  )

  it('is polled with others in one request, and not at all when nothing changed', async () => {
    const { id } = await app.settle((await app.create(input)).id)
    const first = await app.request('GET', `/api/tasks/updates?ids=${id}`)
    expect((await first.json()).data).toEqual([await app.task(id)])
    const again = await app.request('GET', `/api/tasks/updates?ids=${id}`, {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
  })

  it('never shows the link or the key', async () => {
    const { id } = await app.create(input)
    app.simulator.fault({ kind: 'expired_link' })
    await app.settle(id, { until: ({ status }) => status === 'completed' })
    const text = JSON.stringify(await app.task(id))
    expect(text).not.toContain(app.simulator.url)
    expect(text).not.toContain('sk-test')
  })

  it('plays, downloads and shows its poster', async () => {
    const task = await app.settle(
      (await app.create({ ...input, prompt: 'Plays: 灯笼 / "lake"' })).id,
    )
    const video = await app.request('GET', `/api/tasks/${task.id}/video`, {
      headers: { range: 'bytes=0-99' },
    })
    expect(video.status).toBe(206)
    expect(video.headers.get('content-range')).toBe(`bytes 0-99/${task.result?.bytes}`)
    expect((await video.arrayBuffer()).byteLength).toBe(100)

    const head = await app.request('HEAD', `/api/tasks/${task.id}/video`)
    expect(head.headers.get('content-length')).toBe(String(task.result?.bytes))
    expect(await head.text()).toBe('')

    const download = await app.request('GET', `/api/tasks/${task.id}/download`)
    expect(download.headers.get('content-disposition')).toMatch(/^attachment; /)
    await download.body?.cancel()

    const poster = await app.request('GET', `/api/tasks/${task.id}/poster`)
    expect(poster.status).toBe(404)
  })

  it('plays through us before it is saved', async () => {
    const { id } = await app.create(input)
    await app.settle(id, { until: ({ status }) => status === 'completed' })
    const { archive } = await app.task(id)
    expect(archive.status).toBe('pending')
    const video = await app.request('GET', `/api/tasks/${id}/video`, {
      headers: { range: 'bytes=-10' },
    })
    expect(video.status).toBe(206)
    expect((await video.arrayBuffer()).byteLength).toBe(10)
  })
})

describe('POST /api/cron/sweep', () => {
  it('moves what is due for those who know the secret', async () => {
    expect((await app.request('POST', '/api/cron/sweep')).status).toBe(401)
    expect(
      (await app.request('POST', '/api/cron/sweep', { headers: { authorization: 'Bearer guess' } }))
        .status,
    ).toBe(401)
    const { id } = await app.create(input)
    app.advance(3600)
    const secret = { authorization: 'Bearer a-secret-of-the-tests' }
    for (let tick = 0; tick < 3; tick += 1) {
      expect((await app.request('POST', '/api/cron/sweep', { headers: secret })).status).toBe(200)
    }
    expect(await app.task(id)).toMatchObject({ status: 'completed', archive: { status: 'saved' } })
  })
})

it('tells the balance, the models and the prices', async () => {
  const balance = await (await app.request('GET', '/api/balance')).json()
  expect(balance).toMatchObject({ simulated: false, unit: 'JimiCoin', key: { unlimited: true } })
  expect(balance.account.available).toBeLessThan(balance.account.balance)
  const models = await (await app.request('GET', '/api/models')).json()
  expect(models.data).toHaveLength(23)
  expect(models.prices['seedance2.0-md']).toBeGreaterThan(0)
  z.parse(taskSchema, (await listed(app))[0])
})
