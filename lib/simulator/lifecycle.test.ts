import { describe, expect, it } from 'vitest'
import { schedule, stateOf } from './lifecycle'
import { taskRecord as task } from './test-task'

const completed = task({ kind: 'completed' })
const failed = task({ kind: 'failed', error_message: 'why', refund_delay_ms: 500 })

describe('a task over time', () => {
  it.each([
    [1000, 'queued', 0],
    [4999, 'queued', 0],
    [5000, 'processing', 1],
    [10_000, 'processing', 50],
    [14_999, 'processing', 99],
    [15_000, 'completed', 100],
    [9e12, 'completed', 100],
  ])('at %d it is %s, %d %%', (now, status, progress) => {
    expect(stateOf(completed, now)).toMatchObject({ status, progress })
  })

  it('fails on the way, with progress 0 and its reason', () => {
    expect(stateOf(failed, 8999).status).toBe('processing')
    expect(stateOf(failed, 9000)).toEqual({
      status: 'failed',
      progress: 0,
      completed_at: 9000,
      error_message: 'why',
    })
  })

  it('never ends when it is stuck', () => {
    expect(stateOf(task({ kind: 'stuck' }), 9e12)).toEqual({ status: 'processing', progress: 99 })
  })

  it('takes the time its clip and the speed ask for', () => {
    const usual = schedule('a', 5, 1, 1)
    expect(usual.queue_ms).toBeGreaterThanOrEqual(3200)
    expect(usual.run_ms).toBeLessThanOrEqual(32_500 * 1.25)
    expect(schedule('a', 5, 1, 1)).toEqual(usual)
    expect(schedule('a', 15, 1, 1).run_ms).toBeGreaterThan(usual.run_ms)
    expect(schedule('a', 5, 10, 1).run_ms).toBe(Math.round(usual.run_ms / 10))
    expect(schedule('a', 5, 1, 6).run_ms).toBeCloseTo(usual.run_ms * 6, -2)
  })
})
