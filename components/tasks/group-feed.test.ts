import { describe, expect, it } from 'vitest'
import { localMember } from '@/lib/models/member'
import { provisionalTask } from '@/lib/client/provisional-task'
import type { Task } from '@/lib/schemas/task'
import { groupFeed } from './group-feed'

const dayKey = (iso: string) => iso.slice(0, 10)

function task(id: string, created_at: string, change: Partial<Task> = {}): Task {
  return {
    ...provisionalTask(
      localMember,
      { key: id, input: { model: 'seedance2.0-mini', prompt: id } },
      null,
      0,
    ),
    id,
    created_at,
    cost: { estimate: 0.1, actual: null, unit: 'JimiCoin' },
    ...change,
  }
}

describe('groupFeed', () => {
  it('starts a day with each new calendar day and adds its tasks up', () => {
    const days = groupFeed(
      [
        task('c', '2026-01-02T10:00:00Z', { cost: { estimate: 1, actual: 0.5, unit: 'JimiCoin' } }),
        task('b', '2026-01-02T09:00:00Z'),
        task('a', '2026-01-01T09:00:00Z'),
      ],
      dayKey,
    )
    expect(days.map(({ key, count }) => [key, count])).toEqual([
      ['2026-01-02', 2],
      ['2026-01-01', 1],
    ])
    expect(days[0]?.spent).toBeCloseTo(0.6)
  })

  it('counts nothing for a task that failed without a charge', () => {
    const failure = {
      code: 'unknown',
      message: '',
      charged: false,
      retry: 'same' as const,
      gateway_message: null,
    }
    const [day] = groupFeed(
      [task('a', '2026-01-01T09:00:00Z', { status: 'failed', failure })],
      dayKey,
    )
    expect(day?.spent).toBe(0)
  })

  it('joins takes in the order asked, where the newest stands', () => {
    const group = { take_group: 'g' }
    const [day] = groupFeed(
      [
        task('t2', '2026-01-01T09:00:02Z', group),
        task('x', '2026-01-01T09:00:01Z'),
        task('t1', '2026-01-01T09:00:00Z', group),
      ],
      dayKey,
    )
    expect(day?.items.map(({ kind, id }) => [kind, id])).toEqual([
      ['takes', 'g'],
      ['task', 'x'],
    ])
    const takes = day?.items[0]?.kind === 'takes' ? day.items[0].takes : []
    expect(takes.map(({ id }) => id)).toEqual(['t1', 't2'])
    expect(day?.count).toBe(3)
  })

  it('shows the last take that is left of a group as a plain task', () => {
    const [day] = groupFeed([task('t1', '2026-01-01T09:00:00Z', { take_group: 'g' })], dayKey)
    expect(day?.items[0]).toMatchObject({ kind: 'task', id: 't1' })
  })
})
