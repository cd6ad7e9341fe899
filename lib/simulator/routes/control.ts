import { randomUUID } from 'node:crypto'
import { fetchedIn, submissionsIn } from '../evidence'
import { isFault } from '../fault'
import { assetState, stateOf } from '../lifecycle'
import { ledgerOf } from '../ledger'
import { frameCount, outputSize } from '../output-size'
import type { FaultRecord } from '../records'
import type { Reply } from '../reply'
import { openRoute, type Call, type World } from '../route'
import { numberIn } from './fields'

/** The simulator's own controls, which no gateway has. */
export const controlRoutes = [
  openRoute('POST', '/_simulator/faults', addFault),
  openRoute('GET', '/_simulator/faults', (_call, { state }) => ok(state.faults)),
  openRoute('DELETE', '/_simulator/faults', clearFaults),
  openRoute('GET', '/_simulator/record', (_call, { state }) => ok(state.requests)),
  openRoute('GET', '/_simulator/ledger', (_call, { state, now }) =>
    ok(ledgerOf(state.tasks.values(), now())),
  ),
  openRoute('GET', '/_simulator/tasks', (_call, world) => ok(tasksNow(world))),
  openRoute('GET', '/_simulator/assets', (_call, world) => ok(assetsNow(world))),
  openRoute('GET', '/_simulator/fetched', (_call, { state }) => ok(fetchedIn(state))),
  openRoute('GET', '/_simulator/submissions', (_call, { state }) => ok(submissionsIn(state))),
  openRoute('POST', '/_simulator/uploads/expire', expireUploads),
  openRoute('POST', '/_simulator/clock', advanceClock),
  openRoute('POST', '/_simulator/balance', topUp),
]

function ok(json: unknown): Reply {
  return { status: 200, json }
}

function bad(message: string): Reply {
  return { status: 400, json: { error: message } }
}

/** Reads `{ match?, times?, fault }` into a record; throws on anything else. */
export function faultRecord(body: unknown): FaultRecord {
  if (typeof body !== 'object' || body === null || !('fault' in body) || !isFault(body.fault)) {
    throw new TypeError('expected { match?, times?, fault: { kind, … } } of a known kind')
  }
  const { match = {}, times = null } = body as Partial<FaultRecord>
  if (times !== null && (!Number.isInteger(times) || times < 1)) {
    throw new TypeError('times must be a whole number from 1')
  }
  return { id: randomUUID(), match, times, fault: body.fault }
}

function addFault({ json }: Call, { state }: World): Reply {
  try {
    const fault = faultRecord(json)
    state.commit({ type: 'fault', fault })
    return ok(fault)
  } catch (error) {
    return bad(String(error))
  }
}

function clearFaults(_call: Call, { state }: World): Reply {
  state.commit({ type: 'faults_cleared' })
  return ok({})
}

/** Tasks with their state now and the promise of their video. */
export function tasksNow({ state, now }: Pick<World, 'state' | 'now'>) {
  return Array.from(state.tasks.values(), (task) => ({
    ...task,
    state: stateOf(task, now()),
    video: {
      ...outputSize(task.input.resolution, task.input.ratio),
      frames: frameCount(task.input.duration),
      fps: 24,
    },
  }))
}

/** Assets with their state now. */
export function assetsNow({ state, now }: Pick<World, 'state' | 'now'>) {
  return Array.from(state.assets.values(), (asset) => ({
    ...asset,
    state: assetState(asset, now()),
  }))
}

function expireUploads(_call: Call, { state }: World): Reply {
  state.commit({ type: 'uploads_expired' })
  return ok({})
}

function advanceClock({ json }: Call, { state, now }: World): Reply {
  const advance_ms = numberIn(json, 'advance_ms')
  if (advance_ms === null) return bad('advance_ms must be a number from 0')
  state.commit({ type: 'clock', advance_ms })
  return ok({ now: now() })
}

function topUp({ json }: Call, { state }: World): Reply {
  const amount = numberIn(json, 'add')
  if (amount === null) return bad('add must be a number from 0')
  state.commit({ type: 'top_up', amount })
  return ok({})
}
