import { describe, expect, it } from 'vitest'
import { localMember } from '@/lib/models/member'
import { provisionalTask } from '@/lib/client/provisional-task'
import type { Task } from '@/lib/schemas/task'
import { timelineLength, timelineOf } from './task-timeline'

const at = (second: number) => new Date(second * 1000).toISOString()

function task(change: Partial<Task>): Task {
  const input = { model: 'seedance2.0-mini', prompt: 'x' }
  return { ...provisionalTask(localMember, { key: 'k', input }, null, 0), ...change }
}

describe('timelineOf', () => {
  it('lists what happened, each with how long it lasted', () => {
    const steps = timelineOf(
      task({
        status: 'completed',
        submitted_at: at(2),
        processing_at: at(24),
        completed_at: at(175),
        archive: { status: 'saved', saved_at: at(179), expires_at: null },
      }),
    )
    expect(steps.map(({ id, lasted }) => [id, lasted])).toEqual([
      ['submitting', 2000],
      ['queued', 22_000],
      ['processing', 151_000],
      ['completed', 4000],
      ['saved', null],
    ])
    expect(timelineLength(steps)).toBe(179_000)
  })

  it('leaves out states that were never seen', () => {
    const steps = timelineOf(task({ status: 'failed', completed_at: at(9) }))
    expect(steps.map(({ id }) => id)).toEqual(['submitting', 'failed'])
    expect(timelineLength(steps)).toBe(9000)
  })

  it('has no length before the second state', () => {
    expect(timelineLength(timelineOf(task({})))).toBeNull()
  })

  it('never counts backward when clocks disagree', () => {
    const steps = timelineOf(task({ submitted_at: at(5), processing_at: at(3) }))
    expect(steps.map(({ lasted }) => lasted)).toEqual([5000, 0, null])
  })
})
