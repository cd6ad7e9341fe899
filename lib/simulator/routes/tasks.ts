import { createHash, randomBytes } from 'node:crypto'
import type { Effect } from '../effect'
import { invented } from '../invented'
import { assetState, schedule, stateOf } from '../lifecycle'
import { ledgerOf, spentOf } from '../ledger'
import { signedLink } from '../link'
import { costOf } from '../prices'
import { referencesOf } from '../material/material'
import type { Ending, TaskRecord } from '../records'
import { refusal, success, type Reply } from '../reply'
import { gatewayRoute, type Call, type World } from '../route'
import { validateCreate, type AcceptedInput, type ValidationContext } from '../validation'
import { videoPath } from './files'

/** Create and query (protocol §2, §4). */
export const taskRoutes = [
  gatewayRoute('POST', '/api/open-api/v1/seedance/videos', createTask, { stage: 'create' }),
  gatewayRoute('GET', '/api/open-api/v1/videos/:id', queryTask, { stage: 'query' }),
]

const loopback = /^http:\/\/(127\.\d+\.\d+\.\d+|localhost|\[::1\])[:/]/i

async function createTask(call: Call, world: World): Promise<Reply> {
  const { state } = world
  const judged = validateCreate(call.json, validationContext(world))
  if (!judged.ok) return refusal(20002, judged.msg)

  const { input } = judged
  const examined = world.strict ? await world.taskMaterial.examine(input) : null
  if (examined !== null && examined.complaint !== null) return refusal(20002, examined.complaint)

  const billedSeconds = input.duration + (await clipSeconds(input, world))
  const now = world.now()
  const cost = costOf(input.model, input.resolution, billedSeconds)
  const ledger = ledgerOf(state.tasks.values(), now)
  if (world.startBalance + state.toppedUp - spentOf(ledger) < cost) {
    return refusal(20002, invented('insufficient balance'))
  }
  if (world.keyQuota > 0 && spentOf(ledger, call.keySha256) >= world.keyQuota) {
    return refusal(20002, invented('the quota of this key is used up'))
  }

  const id = `vid_${randomBytes(9).toString('hex')}`
  const task: TaskRecord = {
    id,
    created_at: now,
    key_sha256: call.keySha256,
    body_sha256: createHash('sha256').update(call.body).digest('hex'),
    input,
    cost,
    ...schedule(id, input.duration, world.speed, call.effect.pace ?? 1),
    ending: endingUnder(call.effect, world.refundDelayMs),
    material: referencesOf(input).length === 0 ? [] : (examined?.material ?? null),
  }
  state.commit({ type: 'task', task })
  if (task.material === null) world.taskMaterial.gather(task)
  else if (task.ending.kind === 'completed') world.media.prepare(task)
  return success(world.successCode, {
    task_id: id,
    status: 'queued',
    model: input.model,
    created_at: Math.floor(now / 1000),
    cost,
  })
}

/** `mini-video` bills the whole seconds of its first clip too, and nothing for one it cannot measure (§3.1). */
async function clipSeconds(input: AcceptedInput, { collector }: World): Promise<number> {
  if (input.model !== 'seedance2.0-mini-video') return 0
  const clips = referencesOf(input).filter(({ field }) => field === 'reference_videos')
  const [first] = await collector.collect(clips.slice(0, 1))
  return first?.facts?.kind === 'video' ? Math.round(first.facts.seconds) : 0
}

function endingUnder({ ending }: Effect, refundDelayMs: number): Ending {
  if (ending === undefined) return { kind: 'completed' }
  if (ending === 'stuck') return { kind: 'stuck' }
  const { error_message, refund_delay_ms = refundDelayMs } = ending
  return { kind: 'failed', error_message, refund_delay_ms }
}

function validationContext({
  state,
  now,
  strict,
  fullMaxSeconds,
  publicUrl,
}: World): ValidationContext {
  return {
    strict,
    fullMaxSeconds,
    // Ids that start with `demo-` let people try the libraries without uploading.
    isActive: (library, id) => {
      if (id.startsWith('demo-')) return true
      const asset = state.assets.get(id)
      if (asset === undefined || assetState(asset, now()) !== 'active') return false
      return (asset.library === 'audit') === (library === 'audit')
    },
    isNear: (url) => url.startsWith(`${publicUrl}/`) || loopback.test(url),
  }
}

async function queryTask(call: Call, world: World): Promise<Reply> {
  const { tasks } = world.state
  const asked = tasks.get(call.params.id ?? '')
  if (asked === undefined) return refusal(20002, '任务不存在')
  // A clock that was moved ahead does not overtake the fetching of material.
  if (stateOf(asked, world.now()).status !== 'queued') await world.taskMaterial.ready(asked.id)
  const task = tasks.get(asked.id) ?? asked
  const now = world.now()
  const state = stateOf(task, now)
  const ended = 'completed_at' in state
  return success(world.successCode, {
    task_id: task.id,
    status: state.status,
    progress: state.progress,
    model: task.input.model,
    created_at: Math.floor(task.created_at / 1000),
    ...(ended && { completed_at: Math.floor(state.completed_at / 1000) }),
    ...(state.status === 'completed' && {
      result: {
        video_url: signedLink(world.publicUrl, videoPath(task.id), world.state.secret, now),
      },
    }),
    ...(state.status === 'failed' && { error_message: state.error_message }),
    cost: task.cost,
  })
}
