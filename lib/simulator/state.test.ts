import { expect, it } from 'vitest'
import { fetchedIn } from './evidence'
import { assetState, stateOf } from './lifecycle'
import type { Entry } from './records'
import { createState } from './state'
import { taskRecord } from './test-task'

/** Lines as they were written before material was fetched. */
const asset = { id: 'a', at: 0, library: 'sp', type: 'image', name: '', url: 'x', ready_ms: 5 }
const task = { ...taskRecord({ kind: 'completed' }), material: undefined }
const lines: object[] = [
  { type: 'opened', secret: 's' },
  { type: 'task', task },
  { type: 'asset', asset: { ...asset, accepted: true } },
]

it('reads a journal of the time before material was fetched', () => {
  const entries = JSON.parse(JSON.stringify(lines)) as Entry[]
  const journal = { entries, append: () => undefined, close: () => undefined }
  const state = createState(journal, () => 's')
  const [task, asset] = [state.tasks.get('t'), state.assets.get('a')]
  expect(task && stateOf(task, 9e12).status).toBe('completed')
  expect(asset && assetState(asset, 9e12)).toBe('active')
  expect(fetchedIn(state)).toEqual([])
})
