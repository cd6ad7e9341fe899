import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { fetchedIn, submissionsIn, type Fetched, type Submission } from './evidence'
import type { Fault, FaultMatch } from './fault'
import { openJournal } from './journal'
import { ledgerOf, type Charge } from './ledger'
import { takeLock, writeAddress } from './lock'
import { createCollector } from './material/collector'
import { createMedia } from './media/media'
import type { Entry, RequestRecord } from './records'
import type { World } from './route'
import { accountRoutes } from './routes/account'
import { auditLibraryRoutes } from './routes/audit-library'
import { assetsNow, controlRoutes, faultRecord, tasksNow } from './routes/control'
import { fileAt, fileRoutes, isOwnPath } from './routes/files'
import { spLibraryRoutes } from './routes/sp-library'
import { taskRoutes } from './routes/tasks'
import { uploadRoutes } from './routes/upload'
import { createGatewayServer } from './server'
import { createState } from './state'
import { createTaskMaterial } from './task-material'

export type SimulatorOptions = {
  /** Everything is kept here; one simulator a folder. */
  dataDir: string
  /** Where videos are kept once they are made, if elsewhere; several simulators may share it. */
  videosDir?: string
  /** 0 takes a free one. */
  port?: number
  host?: string
  /** How many times faster than a gateway tasks run. */
  speed?: number
  /** The only key taken; any when absent. */
  key?: string
  /** Refuses what is only inferred (evidence U, V) as well. */
  strict?: boolean
  successCode?: World['successCode']
  fullMaxSeconds?: 12 | 15
  /** JimiCoin on the account at the beginning. */
  startBalance?: number
  /** JimiCoin each key may use; 0 is unlimited. */
  keyQuota?: number
  refundDelayMs?: number
  /** Real time in milliseconds; `advance` is added to it. */
  now?: () => number
  /** Where links begin, if not at the address listened on. */
  publicUrl?: string
  /** The ffmpeg to render with; null cuts shipped clips; absent looks for one on the PATH. */
  ffmpeg?: string | null
  /** The most pixels of a frame that are drawn, if not the usual ones; larger frames are enlarged. */
  composed?: number | undefined
}

export type Simulator = {
  readonly url: string
  readonly port: number
  ledger(): Charge[]
  tasks(): ReturnType<typeof tasksNow>
  assets(): ReturnType<typeof assetsNow>
  /** What every task's and every asset's reference led to. */
  fetched(): Fetched[]
  /** How often each content was submitted to each library. */
  submissions(): Submission[]
  /** Ends the links of all uploads there are. */
  expireUploads(): void
  /** The newest 20,000 requests, oldest first. Creates survive a restart, others do not. */
  requests(): readonly RequestRecord[]
  /** The oldest fault that fits acts, `times` times (absent: always). */
  fault(fault: Fault, when?: { match?: FaultMatch; times?: number }): void
  clearFaults(): void
  advance(ms: number): void
  close(): Promise<void>
}

const routes = [
  ...taskRoutes,
  ...fileRoutes,
  ...uploadRoutes,
  ...auditLibraryRoutes,
  ...spLibraryRoutes,
  ...accountRoutes,
  ...controlRoutes,
]

/**
 * Starts the gateway's double: real HTTP, its own ledger, state on disk. Resolves once it listens;
 * throws `FolderTaken` where another process's has the folder.
 */
export async function createSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { dataDir, host = '127.0.0.1', now: realNow = Date.now } = options
  const uploadsDir = join(dataDir, 'uploads')
  mkdirSync(uploadsDir, { recursive: true })
  const lock = join(dataDir, 'lock')
  const release = takeLock(lock)
  const journal = openJournal<Entry>(join(dataDir, 'journal.jsonl'))
  const state = createState(journal, () => randomBytes(32).toString('base64url'))
  const { videosDir = join(dataDir, 'videos') } = options
  const { ffmpeg, composed } = options
  const media = await createMedia({ dir: videosDir, ffmpeg, composed })

  const collector = createCollector({
    dir: join(dataDir, 'material'),
    assets: state.assets,
    ownFile: ({ pathname, searchParams }) =>
      isOwnPath(pathname, state) ? fileAt(pathname, searchParams, world) : null,
    limits: { timeout: 15_000, bytes: 250 * 1024 * 1024 },
  })
  const { strict = false, refundDelayMs = 0 } = options
  const shared = { state, media, collector, strict, refundDelayMs }
  const world: World = {
    ...shared,
    taskMaterial: createTaskMaterial(shared),
    now: () => realNow() + state.advancedMs,
    speed: options.speed ?? 1,
    fullMaxSeconds: options.fullMaxSeconds ?? 12,
    successCode: options.successCode ?? 20000,
    startBalance: options.startBalance ?? 100,
    keyQuota: options.keyQuota ?? 0,
    publicUrl: options.publicUrl ?? '',
    uploadsDir,
  }
  const server = createGatewayServer(routes, world, options.key)
  async function close(): Promise<void> {
    server.closeAllConnections()
    if (server.listening) await new Promise((done) => server.close(done))
    await Promise.all([media.close(), collector.close()])
    journal.close()
    release()
  }

  try {
    server.listen(options.port ?? 0, host)
    await once(server, 'listening')
  } catch (error) {
    await close()
    throw error
  }
  const { port } = server.address() as AddressInfo
  const url = `http://${host}:${port}`
  writeAddress(lock, url)
  world.publicUrl = (options.publicUrl ?? url).replace(/\/$/, '')
  world.taskMaterial.resume()

  return {
    url,
    port,
    ledger: () => ledgerOf(state.tasks.values(), world.now()),
    tasks: () => tasksNow(world),
    assets: () => assetsNow(world),
    fetched: () => fetchedIn(state),
    submissions: () => submissionsIn(state),
    expireUploads: () => state.commit({ type: 'uploads_expired' }),
    requests: () => state.requests,
    fault: (fault, when = {}) =>
      state.commit({ type: 'fault', fault: faultRecord({ fault, ...when }) }),
    clearFaults: () => state.commit({ type: 'faults_cleared' }),
    advance: (advance_ms) => state.commit({ type: 'clock', advance_ms }),
    close,
  }
}
