import { describe, expect, it } from 'vitest'
import { isMoving, pollInterval, type Polled } from './poll-interval'

const now = Date.parse('2026-01-01T12:00:00Z')

function task(change: Partial<Polled> = {}, ageSeconds = 60): Polled {
  return {
    status: 'processing',
    stalled: false,
    archive: { status: 'none', saved_at: null, expires_at: null },
    created_at: new Date(now - ageSeconds * 1000).toISOString(),
    doubt: null,
    result: null,
    ...change,
  }
}

const archive = (status: Polled['archive']['status']): Polled['archive'] => ({
  status,
  saved_at: null,
  expires_at: null,
})

const doubt = (reading: boolean): Polled['doubt'] => ({
  reason: 'timeout',
  sent_at: new Date(now).toISOString(),
  spend_before: 1,
  spend_after: null,
  verdict: 'unclear',
  reading,
})

const done = task({ status: 'completed', archive: archive('saved') })

describe('pollInterval', () => {
  it.each([
    ['nothing', [], false],
    ['only ended tasks', [done, task({ status: 'failed' })], false],
    ['a clip that was lost', [task({ status: 'completed', archive: archive('lost') })], false],
    ['a task just submitted', [task({ status: 'submitting' }, 3)], 1000],
    ['a new task among old ones', [task({}, 600), task({ status: 'queued' }, 9.9)], 1000],
    ['a running task', [task({}, 10), done], 2000],
    ['a clip being saved', [task({ status: 'completed', archive: archive('pending') })], 5000],
    ['a stalled task', [task({ stalled: true }, 3600)], 5000],
    ['a stalled and a running one', [task({ stalled: true }, 3600), task()], 2000],
    [
      'a doubt while the spend is being read',
      [task({ status: 'unconfirmed', doubt: doubt(true) })],
      5000,
    ],
    [
      'a doubt that nothing more is known of',
      [task({ status: 'unconfirmed', doubt: doubt(false) })],
      false,
    ],
  ])('with %s', (_, tasks, expected) => {
    expect(pollInterval(tasks, { now, hidden: false })).toBe(expected)
  })

  it('is quiet in a hidden tab, and still off when nothing moves', () => {
    expect(pollInterval([task({}, 1)], { now, hidden: true })).toBe(15_000)
    expect(pollInterval([done], { now, hidden: true })).toBe(false)
  })
})

describe('isMoving', () => {
  it('holds for exactly the tasks that can still change by themselves', () => {
    expect(isMoving(task({ status: 'submitting' }))).toBe(true)
    expect(isMoving(task({ status: 'completed', archive: archive('pending') }))).toBe(true)
    expect(isMoving(done)).toBe(false)
    expect(isMoving(task({ status: 'unconfirmed', doubt: null }))).toBe(false)
  })
})
