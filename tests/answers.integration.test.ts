import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TaskStatus } from '@/lib/schemas/task'
import type { Fault } from '@/lib/simulator/fault'
import { createTestApp, type TestApp } from './app'

const create = '/seedance/videos'
const input = { model: 'seedance2.0-mini', prompt: 'A paper crane folds itself', duration: 4 }

let app: TestApp

beforeAll(async () => {
  app = await createTestApp()
})
beforeEach(() => app.simulator.clearFaults())
afterAll(() => app.close())

/** Creates the simulator has seen for one prompt, and how many of them it charged for. */
function creates(prompt: string) {
  const seen = app.simulator
    .requests()
    .filter(
      ({ method, path, body }) =>
        method === 'POST' &&
        path.endsWith(create) &&
        body !== null &&
        JSON.parse(body).prompt === prompt,
    )
  const ids = app.simulator.tasks().flatMap((task) => (task.input.prompt === prompt ? task.id : []))
  const charged = app.simulator
    .ledger()
    .filter(({ kind, task_id }) => kind === 'charge' && ids.includes(task_id))
  return { seen: seen.length, charged: charged.length }
}

type Row = {
  answer: string
  fault: Fault
  /** What the task is after the create. */
  status: TaskStatus
  failure?: string
  charged: 0 | 1
  /** Creates that reached the gateway whole; 1 unless said otherwise. */
  seen?: number
}

const createAnswers: Row[] = [
  {
    answer: 'success code 20000',
    fault: { kind: 'success_code', code: 20000 },
    status: 'queued',
    charged: 1,
  },
  {
    answer: 'success code "20000"',
    fault: { kind: 'success_code', code: '20000' },
    status: 'queued',
    charged: 1,
  },
  {
    answer: 'success code 0',
    fault: { kind: 'success_code', code: 0 },
    status: 'queued',
    charged: 1,
  },
  {
    answer: 'success code "0"',
    fault: { kind: 'success_code', code: '0' },
    status: 'queued',
    charged: 1,
  },
  { answer: 'no envelope', fault: { kind: 'no_envelope' }, status: 'queued', charged: 1 },
  {
    answer: 'a slow body',
    fault: { kind: 'slow_body', bytes_per_second: 400 },
    status: 'queued',
    charged: 1,
  },
  {
    answer: 'code 20001',
    fault: { kind: 'refuse', code: 20001, msg: '' },
    status: 'failed',
    failure: 'invalid_key',
    charged: 0,
  },
  {
    answer: 'code 20002',
    fault: { kind: 'refuse', code: 20002, msg: 'no' },
    status: 'failed',
    failure: 'bad_request',
    charged: 0,
  },
  {
    answer: 'HTTP 401',
    fault: { kind: 'http_status', status: 401, body: 'empty' },
    status: 'failed',
    failure: 'invalid_key',
    charged: 0,
  },
  {
    answer: 'HTTP 403',
    fault: { kind: 'http_status', status: 403, body: 'empty' },
    status: 'failed',
    charged: 0,
  },
  {
    answer: 'code -1, not charged',
    fault: { kind: 'minus_one' },
    status: 'unconfirmed',
    charged: 0,
  },
  {
    answer: 'code -1 after charging',
    fault: { kind: 'minus_one', after_charge: true },
    status: 'unconfirmed',
    charged: 1,
  },
  {
    answer: 'HTTP 500',
    fault: { kind: 'http_status', status: 500 },
    status: 'unconfirmed',
    charged: 0,
  },
  {
    answer: 'HTTP 502 with HTML after charging',
    fault: { kind: 'http_status', status: 502, body: 'html', after_charge: true },
    status: 'unconfirmed',
    charged: 1,
  },
  { answer: 'broken JSON', fault: { kind: 'broken_json' }, status: 'unconfirmed', charged: 1 },
  {
    answer: 'success without task_id',
    fault: { kind: 'no_task_id' },
    status: 'unconfirmed',
    charged: 1,
  },
  {
    answer: 'a reset while the request is on its way',
    fault: { kind: 'reset' },
    status: 'unconfirmed',
    charged: 0,
    seen: 0,
  },
  {
    answer: 'a reply dropped before charging',
    fault: { kind: 'drop_reply' },
    status: 'unconfirmed',
    charged: 0,
  },
  {
    answer: 'a reply dropped after charging',
    fault: { kind: 'drop_reply', after_charge: true },
    status: 'unconfirmed',
    charged: 1,
  },
]

describe('what the gateway answers to a create', () => {
  it.each(createAnswers)(
    '$answer: the task is $status',
    async ({ answer, fault, status, failure, charged, seen = 1 }) => {
      const prompt = `Answer: ${answer}`
      app.simulator.fault(fault, { match: { path: create }, times: 1 })
      const task = await app.create({ ...input, prompt })

      expect(task.status).toBe(status)
      if (failure) expect(task.failure).toMatchObject({ code: failure, charged: false })
      if (status === 'unconfirmed') expect(task.doubt?.spend_before).not.toBeNull()
      app.simulator.clearFaults()

      const settled = await app.settle(task.id)
      expect(settled.status).toBe(status === 'queued' ? 'completed' : status)
      expect(creates(prompt)).toEqual({ seen, charged })
    },
  )

  it.each([
    {
      answer: '429 without Retry-After',
      fault: { kind: 'http_status', status: 429 } as const,
      wait: 2,
    },
    {
      answer: '429 with Retry-After',
      fault: { kind: 'http_status', status: 429, retry_after: 7 } as const,
      wait: 7,
    },
  ])('$answer: sent again after the wait, charged once', async ({ answer, fault, wait }) => {
    const prompt = `Answer: ${answer}`
    app.simulator.fault(fault, { match: { path: create }, times: 1 })
    const task = await app.create({ ...input, prompt })

    expect(task.status).toBe('submitting')
    const { dueAt } = await app.row(task.id)
    const ahead = (dueAt!.getTime() - app.context.clock.now().getTime()) / 1000
    expect(ahead).toBeGreaterThan(wait - 2)
    expect(ahead).toBeLessThanOrEqual(wait)
    expect((await app.settle(task.id)).status).toBe('completed')
    expect(creates(prompt)).toEqual({ seen: 2, charged: 1 })
  })

  it('a gateway that cannot be reached: tried again for minutes, then said so, uncharged', async () => {
    const away = await createTestApp({ gatewayUrl: 'http://127.0.0.1:9' })
    const task = await away.create(input)
    expect(task).toMatchObject({ status: 'submitting', submitted_at: null, doubt: null })
    expect((await away.row(task.id)).sentAt).toBeNull()
    expect(await away.settle(task.id)).toMatchObject({
      status: 'failed',
      failure: { code: 'unreachable', charged: false, retry: 'later' },
    })
    await away.close()
  })
})

describe('what the gateway answers to a query', () => {
  it.each([
    { answer: 'aliases of running', fault: { kind: 'status_word', word: 'in_progress' }, times: 2 },
    { answer: 'upper-case words', fault: { kind: 'status_word', word: 'PROCESSING' }, times: 2 },
    { answer: 'an unknown word', fault: { kind: 'status_word', word: 'pondering' }, times: 3 },
    { answer: 'not found in the first seconds', fault: { kind: 'not_found' }, times: 1 },
    { answer: 'completed without a link', fault: { kind: 'without_link' }, times: 3 },
    { answer: 'a link without a scheme', fault: { kind: 'link_without_scheme' }, times: 2 },
    { answer: 'progress going backwards', fault: { kind: 'progress_backwards' }, times: 2 },
    { answer: 'times in milliseconds', fault: { kind: 'milliseconds' }, times: 99 },
    { answer: 'HTTP 500', fault: { kind: 'http_status', status: 500 }, times: 2 },
    {
      answer: 'HTTP 502 with HTML',
      fault: { kind: 'http_status', status: 502, body: 'html' },
      times: 2,
    },
    { answer: 'HTTP 429', fault: { kind: 'http_status', status: 429, retry_after: 3 }, times: 2 },
    { answer: 'code 20001', fault: { kind: 'refuse', code: 20001, msg: '' }, times: 2 },
    { answer: 'broken JSON', fault: { kind: 'broken_json' }, times: 2 },
    { answer: 'a dropped reply', fault: { kind: 'drop_reply' }, times: 2 },
    { answer: 'no envelope', fault: { kind: 'no_envelope' }, times: 99 },
  ] satisfies { answer: string; fault: Fault; times: number }[])(
    '$answer: the task still completes',
    async ({ answer, fault, times }) => {
      const prompt = `Query: ${answer}`
      const { id } = await app.create({ ...input, prompt })
      app.simulator.fault(fault, { match: { path: '/videos/' }, times })

      const seen: number[] = []
      const task = await app.settle(id, {
        until: ({ progress }) => {
          seen.push(progress)
          return false
        },
      })
      expect(task).toMatchObject({ status: 'completed', archive: { status: 'saved' } })
      expect(seen).toEqual([...seen].sort((a, b) => a - b))
      expect(creates(prompt)).toEqual({ seen: 1, charged: 1 })
    },
  )

  it('a failure of the gateway: the task says why, whether it cost, and what to change', async () => {
    const prompt = 'sim:trademark'
    const { id } = await app.create({ ...input, prompt })
    const task = await app.settle(id)
    expect(task.status).toBe('failed')
    expect(task.failure).toMatchObject({ code: 'moderation_trademark', retry: 'change' })
    expect(task.failure?.gateway_message).toContain('PROVIDER_MODERATION_ERROR')
  })

  it('a task that never ends is asked about, slowly, and never given up', async () => {
    const { id } = await app.create({ ...input, prompt: 'sim:stuck' })
    const task = await app.settle(id, { until: ({ stalled }) => stalled })
    expect(task.status).toBe('processing')
    const { dueAt } = await app.row(id)
    expect(dueAt).not.toBeNull()
  })
})

describe('what becomes of the result', () => {
  it.each([
    { answer: 'a link that has expired', fault: { kind: 'expired_link' }, times: 2 },
    { answer: 'a video cut short', fault: { kind: 'truncated_video', at_bytes: 20_000 }, times: 3 },
    { answer: 'a server that ignores ranges', fault: { kind: 'ignore_range' }, times: 99 },
    { answer: 'HTML instead of a video', fault: { kind: 'html_video' }, times: 2 },
  ] satisfies { answer: string; fault: Fault; times: number }[])(
    '$answer: the clip is saved all the same',
    async ({ answer, fault, times }) => {
      const { id } = await app.create({ ...input, prompt: `Result: ${answer}` })
      app.simulator.fault(fault, { times })
      const task = await app.settle(id)
      expect(task).toMatchObject({ status: 'completed', archive: { status: 'saved' } })
      expect(task.result?.bytes).toBeGreaterThan(20_000)
      expect(task.result?.sha256).toMatch(/^[0-9a-f]{64}$/)
    },
  )

  it('a link that stays dead past its life: the clip is lost, and says so', async () => {
    const { id } = await app.create({ ...input, prompt: 'Result: gone' })
    app.simulator.fault({ kind: 'expired_link' })
    await app.settle(id, { until: ({ status }) => status === 'completed' })
    app.advance(4 * 24 * 3600)
    const task = await app.settle(id)
    expect(task).toMatchObject({ status: 'completed', archive: { status: 'lost' } })
    const health = await (await app.request('GET', '/api/health')).json()
    expect(health).toMatchObject({ status: 'attention', archive: { lost: 1 } })
  })
})
