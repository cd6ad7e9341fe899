import { describe, expect, it } from 'vitest'
import type { Task } from '@/lib/schemas/task'
import {
  belongs,
  tasksOf,
  withAnswer,
  withChanged,
  withArrived,
  withNew,
  without,
  type TaskPages,
} from './task-pages'
import { localMember } from '@/lib/models/member'
import { provisionalTask } from './provisional-task'

function task(id: string, change: Partial<Task> = {}): Task {
  return {
    ...provisionalTask(
      localMember,
      { key: id, input: { model: 'seedance2.0-mini', prompt: id } },
      null,
      0,
    ),
    id,
    ...change,
  }
}

function pages(...ids: string[][]): TaskPages {
  return {
    pages: ids.map((page) => ({ data: page.map((id) => task(id)), next_cursor: null })),
    pageParams: ids.map(() => null),
  }
}

const ids = (list: TaskPages) => tasksOf(list).map(({ id }) => id)

describe('a list of tasks in the cache', () => {
  it('shows a task that slipped onto two pages once', () => {
    expect(ids(pages(['a', 'b'], ['b', 'c']))).toEqual(['a', 'b', 'c'])
  })

  it('takes new tasks at its head, and none twice', () => {
    expect(ids(withNew(pages(['a'], ['b']), [task('x'), task('b')]))).toEqual(['x', 'a', 'b'])
  })

  const at = (minute: number) => new Date(minute * 60_000).toISOString()
  const aged = (...minutes: number[]) => minutes.map((m) => task(`m${m}`, { created_at: at(m) }))

  it.each([
    ['between its neighbours', [5, 3], [2], '5', ['m5', 'm4', 'm3', 'm2'], 4],
    ['on the page it belongs to', [9, 8], [5, 2], null, ['m9', 'm8', 'm5', 'm4', 'm2'], 4],
    ['at the end of a list read to its end', [9], [8], null, ['m9', 'm8', 'm4'], 4],
    ['nowhere in a part that was not read yet', [9], [8], 'more', ['m9', 'm8'], 4],
  ])('takes a task that changed into it %s', (_, first, second, cursor, expected, minute) => {
    const list: TaskPages = {
      pages: [
        { data: aged(...first), next_cursor: 'more' },
        { data: aged(...second), next_cursor: cursor },
      ],
      pageParams: [null, 'more'],
    }
    expect(ids(withArrived(list, aged(minute)))).toEqual(expected)
  })

  it('overwrites a task in place and leaves other pages untouched', () => {
    const before = pages(['a'], ['b'])
    const after = withChanged(before, [task('b', { progress: 40 })])
    expect(after.pages[0]).toBe(before.pages[0])
    expect(after.pages[1]?.data[0]?.progress).toBe(40)
  })

  it('swaps a stand-in for the answer where it stands', () => {
    expect(ids(withAnswer(pages(['s', 'a']), 's', task('x')))).toEqual(['x', 'a'])
  })

  it('drops the stand-in when a reload brought the answer first', () => {
    expect(ids(withAnswer(pages(['s', 'x']), 's', task('x')))).toEqual(['x'])
  })

  it('removes a task', () => {
    expect(ids(without(pages(['a'], ['b']), 'b'))).toEqual(['a'])
  })

  it.each([
    ['any list takes a visible task', {}, {}, true],
    ['a hidden one belongs nowhere', { hidden: true }, {}, false],
    ['a list by status', { status: 'failed' }, { status: ['failed'] }, true],
    ['another status', { status: 'queued' }, { status: ['failed'] }, false],
    ['a search is answered by the server', {}, { q: 'fog' }, false],
  ] as const)('%s', (_, change, filter, expected) => {
    expect(belongs(task('a', change), filter)).toBe(expected)
  })
})
