import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, listed, type TestApp } from './app'
import { ruleCases, type RuleCase } from './rule-cases'

let app: TestApp

beforeAll(async () => {
  app = await createTestApp({ simulator: { startBalance: 1e6 } })
})
afterAll(() => app.close())

const models = [...new Set(ruleCases.map(({ input }) => input.model))]
const casesOf = (model: string) => ruleCases.filter(({ input }) => input.model === model)
const isRefused = ({ expect: expected }: RuleCase) => expected !== 'ok' && 'field' in expected

/** Cases are independent of one another: a few are under way at a time. */
async function atOnce(cases: RuleCase[], attempt: (one: RuleCase) => Promise<void>) {
  for (let start = 0; start < cases.length; start += 8) {
    await Promise.all(cases.slice(start, start + 8).map(attempt))
  }
}

/** The gateway asked directly, past our schema. */
async function askDirectly(input: unknown): Promise<string> {
  const response = await fetch(`${app.simulator.url}/api/open-api/v1/seedance/videos`, {
    method: 'POST',
    headers: { authorization: 'Bearer sk-direct', 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  return String((await response.json()).code)
}

describe.each(models)('the rules of %s at both sides of each edge', (model) => {
  it('hold in POST /api/tasks: a refusal is on its field, charges nothing and stores nothing', async () => {
    await app.context.calls.idle()
    const charged = app.simulator.tasks().length
    const stored = await listed(app, `?model=${model}&limit=100`)
    await atOnce(casesOf(model).filter(isRefused), async (one) => {
      const { field } = one.expect as { field: string }
      const response = await app.request('POST', '/api/tasks', {
        body: one.input,
        headers: { 'idempotency-key': crypto.randomUUID() },
      })
      const { error } = await response.json()
      expect([response.status, error?.code, one.name]).toEqual([422, 'invalid_input', one.name])
      expect(Object.keys(error.fields), one.name).toContain(field)
    })
    expect(await listed(app, `?model=${model}&limit=100`)).toEqual(stored)
    expect(app.simulator.tasks()).toHaveLength(charged)
  })

  it('let everything else through POST /api/tasks, with the warning it deserves', async () => {
    const passing = casesOf(model).filter((rule) => !isRefused(rule))
    await atOnce(passing, async (one) => {
      const response = await app.request('POST', '/api/tasks', {
        body: one.input,
        headers: { 'idempotency-key': crypto.randomUUID() },
      })
      const task = await response.json()
      expect([response.status, one.name]).toEqual([201, one.name])
      const codes = task.warnings.map(({ code }: { code: string }) => code)
      if (one.expect === 'ok') expect(codes, one.name).toEqual([])
      else if ('warn' in one.expect) expect(codes, one.name).toContain(one.expect.warn)
    })
  }, 120_000)

  it('are the rules of the simulator asked directly', async () => {
    const theirs = casesOf(model).filter(({ ours }) => !ours)
    await atOnce(theirs, async (one) => {
      const expected = isRefused(one) ? '20002' : '20000'
      expect([one.name, await askDirectly(one.input)]).toEqual([one.name, expected])
    })
  }, 120_000)
})
