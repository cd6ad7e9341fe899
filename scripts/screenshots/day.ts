import pg from 'pg'
import type { Locale } from '@/lib/client/locale'
import { taskListSchema, taskSchema, type Task } from '@/lib/schemas/task'
import type { Simulator } from '@/lib/simulator/simulator'
import { call } from './call'
import { scenes, type Scene } from './scenes'

type Made = { scene: Scene; id: string; prompt: string; group: string | undefined }

type Address = { app: string; simulator: Simulator; database: string }

const minuteMs = 60_000
/** What a second of video takes to make, for the times on a task's page. */
const workMsPerSecond = 14_000

/**
 * A working day in one language: makes every scene's task and brings it to where the picture wants
 * it. Running ones stay where they are, because the simulator's clock stands still.
 */
export async function makeDay(at: Address, locale: Locale, moment: number): Promise<Made[]> {
  const { simulator } = at
  const groups = new Map<string, string>()
  const made: Made[] = []
  const make = async (scene: Scene) => {
    if (scene.takes && !groups.has(scene.takes)) groups.set(scene.takes, crypto.randomUUID())
    const group = scene.takes && groups.get(scene.takes)
    // Takes differ as real ones do: a space more is another picture.
    const nth = made.filter(({ scene: other }) => scene.takes && other.takes === scene.takes).length
    const prompt = scene.prompt[locale] + ' '.repeat(nth)
    if (scene.state === 'refused') {
      const msg = 'InputImageSensitiveContentDetected.PrivacyInformation'
      const refused = { kind: 'refuse', code: 20002, msg } as const
      simulator.fault(refused, { match: { prompt_includes: prompt } })
    }
    if (scene.state === 'unconfirmed') {
      const lost = { kind: 'drop_reply', after_charge: true } as const
      simulator.fault(lost, { match: { prompt_includes: prompt, method: 'POST' }, times: 1 })
    }
    const { id } = await create(at.app, { ...scene.input, prompt }, group)
    made.push({ scene, prompt, id, group })
  }

  const withState = (...states: Scene['state'][]) =>
    scenes.filter(({ state }) => states.includes(state))
  for (const scene of withState(undefined, 'refused')) await make(scene)
  await submitted(at.app, made)
  simulator.advance(10 * minuteMs)
  await settled(at.app, made)

  for (const scene of withState('running')) await make(scene)
  await submitted(at.app, made)
  // The first of them is to be at 42 per cent; the other one shows what its own pace makes of that.
  const first = simulator.tasks().find(({ input }) => input.prompt === runningPrompt(made))
  if (first) simulator.advance(first.queue_ms + 0.4205 * first.run_ms)
  await until(at.app, made, (tasks) =>
    tasks.every((task) => !['submitting', 'queued'].includes(task.status)),
  )
  for (const scene of withState('queued')) await make(scene)
  await submitted(at.app, made)
  // Last and alone, so that the spend meter can tell what became of it.
  for (const scene of withState('unconfirmed')) await make(scene)
  await until(at.app, made, (tasks) =>
    tasks.some(({ doubt }) => typeof doubt?.spend_after === 'number'),
  )
  simulator.clearFaults()

  for (const { id, scene } of made) {
    if (scene.favourite) await call(`${at.app}/api/tasks/${id}`, 'PATCH', { favourite: true })
  }
  await spread(at.database, made, moment)
  return made
}

/** Clips of the day that came without a poster: the server had no ffmpeg, or no time for it. */
export async function withoutPoster(app: string): Promise<string[]> {
  const { data } = taskListSchema.parse(await call(`${app}/api/tasks?limit=100`, 'GET'))
  return data.flatMap(({ id, result }) => (result && !result.poster_url ? [id] : []))
}

/** Shows a day's tasks, or takes them out of the feed. */
export async function showDay(app: string, made: readonly Made[], shown: boolean): Promise<void> {
  for (const { id } of made) {
    const url = `${app}/api/tasks/${id}`
    await (shown ? call(url, 'PATCH', { hidden: false }) : call(url, 'DELETE'))
  }
}

function runningPrompt(made: readonly Made[]): string | undefined {
  return made.find(({ scene }) => scene.state === 'running')?.prompt
}

/** Moves every task to its minute and stretches its steps to what a gateway takes. */
async function spread(database: string, made: readonly Made[], moment: number): Promise<void> {
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  for (const { id, scene } of made) {
    const asked = moment - scene.minutesAgo * minuteMs
    const seconds = typeof scene.input.duration === 'number' ? scene.input.duration : 5
    const done = asked + 20_000 + seconds * workMsPerSecond
    const times = [asked, asked + 900, asked + 20_000, done, done + 4_000]
    await client.query(
      `UPDATE task SET created_at = $2, sent_at = $3,
        submitted_at = CASE WHEN submitted_at IS NULL THEN NULL ELSE $3::timestamptz END,
        processing_at = CASE WHEN processing_at IS NULL THEN NULL ELSE $4::timestamptz END,
        completed_at = CASE WHEN completed_at IS NULL THEN NULL ELSE $5::timestamptz END,
        saved_at = CASE WHEN saved_at IS NULL THEN NULL ELSE $6::timestamptz END,
        doubt = doubt || jsonb_build_object('sent_at', $7::text)
      WHERE id = $1`,
      [id, ...times.map((time) => new Date(time)), new Date(asked).toISOString()],
    )
  }
  await client.end()
}

const settled = (app: string, made: readonly Made[]) =>
  until(app, made, (tasks) =>
    tasks.every(({ status, archive }) =>
      status === 'completed' ? archive.status === 'saved' : status === 'failed',
    ),
  )

const submitted = (app: string, made: readonly Made[]) =>
  until(app, made, (tasks) => tasks.every(({ status }) => status !== 'submitting'))

/** Asks until the tasks are as wanted. */
async function until(
  app: string,
  made: readonly Made[],
  wanted: (tasks: Task[]) => boolean,
): Promise<void> {
  for (;;) {
    const ids = made.map(({ id }) => id)
    const { data } = taskListSchema.parse(await call(`${app}/api/tasks?limit=100`, 'GET'))
    if (wanted(data.filter(({ id }) => ids.includes(id)))) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

async function create(app: string, input: object, group: string | undefined): Promise<Task> {
  const headers = {
    'idempotency-key': crypto.randomUUID(),
    ...(group && { 'take-group': group }),
  }
  return taskSchema.parse(await call(`${app}/api/tasks`, 'POST', input, headers))
}
