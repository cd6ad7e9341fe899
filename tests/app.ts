import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as z from 'zod/mini'
import { taskListSchema, taskSchema, type Task } from '@/lib/schemas/task'
import { createContext, provideContext, type Context } from '@/lib/server/context'
import { sweep } from '@/lib/server/engine/loop'
import type { Oidc } from '@/lib/server/env'
import type { TaskRow } from '@/lib/server/tasks/store'
import { createSimulator, type Simulator, type SimulatorOptions } from '@/lib/simulator/simulator'
import { answer } from './api'
import { createTestDatabase } from './postgres/test-database'
import { videosDir } from './rendered'
import { startS3, type S3Server } from './s3/s3-server'
import { usualStorage, type StorageKind } from './storage-kind'

export type TestApp = {
  context: Context
  simulator: Simulator
  /** The bucket, where media live in one. */
  s3: S3Server | null
  /** A second server process's context: same database and gateway, own connections and leases. */
  another(): Context
  request(method: string, path: string, init?: RequestOptions): Promise<Response>
  /** Creates a task through `POST /api/tasks` and lets the engine take its first step. */
  create(body: unknown, key?: string): Promise<Task>
  task(id: string): Promise<Task>
  row(id: string): Promise<TaskRow>
  /** Moves the clock of app and simulator alike. */
  advance(seconds: number): void
  /** Runs the engine until the task no longer changes by itself, moving the clock from due to due. */
  settle(id: string, options?: { until?: (task: Task) => boolean }): Promise<Task>
  close(): Promise<void>
}

/** `body` is sent as JSON, a FormData as a form. */
export type RequestOptions = { body?: unknown; headers?: Record<string, string> }

export type TestAppOptions = {
  simulator?: Partial<SimulatorOptions>
  /** Another gateway than the simulator. */
  gatewayUrl?: string
  fullMaxSeconds?: 12 | 15
  ffmpeg?: string | null
  key?: string
  storage?: StorageKind
  appUrl?: string
  oidc?: Oidc
  webhook?: Context['webhook']
  /** Time passes only by `advance` and `settle`, however long the test takes. */
  stopped?: boolean
  /** Hosts of EGRESS_ALLOW besides the simulator's. */
  allow?: string[]
}

/** The most the virtual clock is moved while a task settles: well past the life of a link. */
const patienceSeconds = 14 * 24 * 3600

/** An app as a server process has it, on its own database and simulator, with a clock that tests move. */
export async function createTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'dailies-test-'))
  const database = await createTestDatabase()
  let ahead = 0
  const begun = Date.now()
  const now = () => (options.stopped ? begun : Date.now()) + ahead
  const ffmpeg = options.ffmpeg ?? null
  const simulator = await createSimulator({
    dataDir: path.join(dataDir, 'simulator'),
    videosDir,
    now,
    ffmpeg,
    ...options.simulator,
  })

  const s3 = (options.storage ?? usualStorage) === 's3' ? await startS3() : null

  const contexts: Context[] = []
  function another(): Context {
    const made = createContext({
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      SEEDANCE_BASE_URL: options.gatewayUrl ?? simulator.url,
      EGRESS_ALLOW: [new URL(simulator.url).host, ...(options.allow ?? [])].join(','),
      FULL_MAX_SECONDS: options.fullMaxSeconds ?? 12,
      LOG_LEVEL: 'silent',
      s3: s3?.settings ?? null,
      key: options.key ?? 'sk-test',
      simulatorUrl: null,
      pace: 1,
      cronSecret: 'a-secret-of-the-tests',
      ffmpeg,
      appUrl: options.appUrl,
      oidc: options.oidc,
      webhook: options.webhook,
      clock: { now: () => new Date(now()) },
    })
    contexts.push(made)
    return made
  }
  const context = another()

  async function request(method: string, url: string, init: RequestOptions = {}) {
    const headers = new Headers({ host: '127.0.0.1:3000', ...init.headers })
    const form = init.body instanceof FormData ? init.body : null
    if (init.body !== undefined && !form) headers.set('content-type', 'application/json')
    const body = form ?? (init.body === undefined ? undefined : JSON.stringify(init.body))
    provideContext(context)
    return answer(new Request(`http://127.0.0.1:3000${url}`, { method, headers, body }))
  }

  async function task(id: string): Promise<Task> {
    return z.parse(taskSchema, await (await request('GET', `/api/tasks/${id}`)).json())
  }

  async function row(id: string): Promise<TaskRow> {
    return context.db.task.findUniqueOrThrow({ where: { id } })
  }

  return {
    context,
    simulator,
    s3,
    another,
    request,
    task,
    row,

    async create(body, key = crypto.randomUUID()) {
      const response = await request('POST', '/api/tasks', {
        body,
        headers: { 'idempotency-key': key },
      })
      const text = await response.text()
      if (!response.ok) throw new Error(`POST /api/tasks answered ${response.status}: ${text}`)
      await context.calls.idle()
      return task(z.parse(taskSchema, JSON.parse(text)).id)
    },

    advance(seconds) {
      ahead += seconds * 1000
    },

    async settle(id, { until = () => false } = {}) {
      const start = now()
      for (;;) {
        await sweep(context)
        const seen = await task(id)
        const { dueAt } = await row(id)
        if (dueAt === null || until(seen)) return seen
        ahead += Math.max(0, dueAt.getTime() - now())
        if (now() - start > patienceSeconds * 1000) {
          throw new Error(`Task ${id} did not settle: ${JSON.stringify(seen)}`)
        }
      }
    },

    async close() {
      for (const { calls, copies, db, egress } of contexts) {
        await Promise.all([calls.idle(), copies.idle()])
        await egress.close()
        await db.$disconnect()
      }
      await simulator.close()
      await s3?.close()
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** What `GET /api/tasks` lists. */
export async function listed(app: TestApp, search = ''): Promise<Task[]> {
  const response = await app.request('GET', `/api/tasks${search}`)
  return z.parse(taskListSchema, await response.json()).data
}
