import { rm } from 'node:fs/promises'
import { taskListSchema, taskSchema, type Task } from '@/lib/schemas/task'
import { startServer } from '@/scripts/start-server'
import { appUrl } from './addresses'
import { test as base } from './test'

/** One clip of every state that lasts. */
export type Clips = Record<'finished' | 'failed' | 'unconfirmed' | 'running', Task>

/** An app of its own, as a fresh clone starts it: without a key, on the simulator inside it. */
export type FreshApp = {
  url: string
  clips: Clips
  /** Takes every clip out of the feed, or brings them back. */
  setHidden(hidden: boolean): Promise<void>
}

/** The tests of a worker share the app, so each leaves it as it found it. */
export const test = base.extend<object, { app: FreshApp }>({
  app: [
    async ({}, provide, worker) => {
      const port = Number(new URL(appUrl).port) + 10 + worker.parallelIndex
      const url = `http://127.0.0.1:${port}`
      const folder = `test-results/data-${port}`
      await rm(folder, { recursive: true, force: true })
      const server = await startServer({
        PORT: String(port),
        DATA_DIR: folder,
        DATABASE_URL: '',
        SEEDANCE_API_KEY: '',
        SIMULATOR_SPEED: '50',
        LOG_LEVEL: 'error',
      })
      try {
        await provide({ url, clips: await makeClips(url), setHidden: (to) => setHidden(url, to) })
      } finally {
        await server.stop()
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ app }, provide) => provide(app.url),
})

const prompts = {
  finished:
    'Mist over a lake at dawn: a boat comes out of the reeds, turns once around the post, and glides by; hold on the rings it leaves until the water is still',
  failed: 'A face in the crowd sim:face',
  unconfirmed: 'A tram at night sim:unconfirmed',
  running: 'Dunes that never end sim:stuck',
}

async function makeClips(url: string): Promise<Clips> {
  const group = crypto.randomUUID()
  for (let take = 1; take <= 2; take += 1) await create(url, 'Waves fold over themselves', group)
  const asked = {
    finished: await create(url, prompts.finished),
    failed: await create(url, prompts.failed),
    unconfirmed: await create(url, prompts.unconfirmed),
    running: await create(url, prompts.running),
  }
  for (;;) {
    const tasks = await list(url)
    if (tasks.length > 0 && tasks.every(isWhereItStays)) {
      const now = ({ id }: Task) => tasks.find((task) => task.id === id) ?? fail(id)
      const { finished, failed, unconfirmed, running } = asked
      return {
        finished: now(finished),
        failed: now(failed),
        unconfirmed: now(unconfirmed),
        running: now(running),
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

/** A stuck task goes up to 99 per cent and no further. */
function isWhereItStays({ status, progress, archive, result }: Task): boolean {
  if (status === 'completed') return archive.status === 'saved' && Boolean(result?.poster_url)
  return status === 'failed' || status === 'unconfirmed' || progress === 99
}

async function create(url: string, prompt: string, group?: string): Promise<Task> {
  const response = await fetch(`${url}/api/tasks`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
      ...(group && { 'take-group': group }),
    },
    body: JSON.stringify({
      model: 'seedance2.0-mini',
      prompt,
      resolution: '480p',
      ...(prompt === prompts.finished && { images: ['https://media.example.com/reeds.png'] }),
    }),
  })
  return taskSchema.parse(await response.json())
}

async function list(url: string): Promise<Task[]> {
  const response = await fetch(`${url}/api/tasks?limit=100`)
  return taskListSchema.parse(await response.json()).data
}

const hiddenNow: string[] = []

async function setHidden(url: string, hidden: boolean): Promise<void> {
  if (hidden) hiddenNow.push(...(await list(url)).map(({ id }) => id))
  const ids = hidden ? hiddenNow : hiddenNow.splice(0)
  for (const id of ids) {
    await fetch(`${url}/api/tasks/${id}`, {
      method: hidden ? 'DELETE' : 'PATCH',
      ...(!hidden && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ hidden: false }),
      }),
    })
  }
}

function fail(id: string): never {
  throw new Error(`The task ${id} is gone.`)
}
