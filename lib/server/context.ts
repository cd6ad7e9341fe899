import 'server-only'
import path from 'node:path'
import type { Settings } from '@/lib/models/settings'
import { createAuth, type Auth } from './auth/auth'
import { systemClock, type Clock } from './clock'
import { createDb } from './db/client'
import { applyMigrations } from './db/migrate'
import { createEgress, type Egress } from './egress'
import { env, readOidc, readWebhook, type Env, type Oidc } from './env'
import type { PrismaClient as Db } from './generated/prisma/client'
import { createGateway, type Gateway } from './gateway/client'
import { createPriceBook, type PriceBook } from './gateway/price-book'
import { createLog, type Logger } from './log'
import { createLocalStorage } from './media/local'
import { findFfmpeg } from './media/poster'
import { createS3Storage } from './media/s3'
import type { Storage } from './media/storage'
import { isLoopbackName, isPublicUrl } from './public-url'
import { createQueue, type Queue } from './queue'

/** Everything a request or a step of the engine needs. Made once per process; tests make their own. */
export type Context = {
  db: Db
  gateway: Gateway
  prices: PriceBook
  egress: Egress
  storage: Storage
  /** The storage takes files straight from browsers. */
  directUploads: boolean
  clock: Clock
  log: Logger
  /** Steps of the engine at work in this process: talks with the gateway, and copies of clips. */
  calls: Queue
  copies: Queue
  /** Files that people brought, being read and decoded: each takes memory. */
  examinations: Queue
  settings: Settings
  /** The gateway as people address it: where a simulator answers, the gateway it stands for. */
  gatewayUrl: string
  /** The gateway is the built-in simulator: nothing is charged. */
  simulated: boolean
  /** How many times faster than life the gateway's clock runs; waits are divided by it. */
  pace: number
  ffmpeg: string | null
  cronSecret: string | null
  /** Where the team opens Dailies; null in local mode. */
  appUrl: string | null
  /** Sessions and passwords; null in local mode. */
  auth: Auth | null
  /** Members may sign in at the company's provider. */
  companySignIn: boolean
  webhook: { url: string; secret: string } | null
}

export type ContextOptions = Pick<
  Env,
  | 'DATABASE_URL'
  | 'DATA_DIR'
  | 'SEEDANCE_BASE_URL'
  | 'EGRESS_ALLOW'
  | 'FULL_MAX_SECONDS'
  | 'LOG_LEVEL'
  | 's3'
> & {
  oidc?: Oidc | null
  webhook?: Context['webhook']
  key: string
  /** The built-in simulator's address, where that answers in the gateway's stead. */
  simulatorUrl: string | null
  pace: number
  cronSecret: string | null
  ffmpeg: string | null
  appUrl?: string
  clock?: Clock
}

export function createContext(options: ContextOptions): Context {
  const clock = options.clock ?? systemClock
  const log = createLog(options.LOG_LEVEL)
  const egress = createEgress({
    trusted: [
      new URL(options.simulatorUrl ?? options.SEEDANCE_BASE_URL).host,
      ...(options.oidc ? [new URL(options.oidc.issuer).host] : []),
    ],
    allow: options.EGRESS_ALLOW.split(',').flatMap((host) => host.trim() || []),
  })
  const gateway = createGateway({
    baseUrl: options.simulatorUrl ?? options.SEEDANCE_BASE_URL,
    key: options.key,
    egress,
    now: () => clock.now(),
  })
  const appUrl = options.appUrl ? new URL(options.appUrl).origin : null
  const db = createDb(options.DATABASE_URL)
  return {
    db,
    gateway,
    prices: createPriceBook(gateway, clock),
    egress,
    storage: createStorage(options),
    directUploads: options.s3 !== null,
    clock,
    log,
    calls: createQueue(8),
    copies: createQueue(3),
    examinations: createQueue(2),
    settings: {
      full_max_seconds: options.FULL_MAX_SECONDS,
      own_links: [options.appUrl, options.s3?.bucketUrl].some((url) => url && isPublicUrl(url)),
    },
    gatewayUrl: options.SEEDANCE_BASE_URL,
    simulated: options.simulatorUrl !== null,
    pace: options.pace,
    ffmpeg: options.ffmpeg,
    cronSecret: options.cronSecret,
    appUrl,
    auth: appUrl ? createAuth({ db, appUrl, oidc: options.oidc ?? null, egress, log }) : null,
    companySignIn: Boolean(appUrl && options.oidc),
    webhook: options.webhook ?? null,
  }
}

/**
 * A bucket may be on a private host. It has an egress of its own, so that no link that people give can
 * lead there.
 */
function createStorage({ s3, DATA_DIR }: ContextOptions): Storage {
  if (!s3) return createLocalStorage(path.resolve(DATA_DIR, 'media'))
  const egress = createEgress({ trusted: [new URL(s3.bucketUrl).host], allow: [] })
  return createS3Storage(s3, egress.request)
}

async function boot(): Promise<Context> {
  const variables = env()
  await applyMigrations(variables.DATABASE_URL, path.resolve('prisma/migrations'))
  const ffmpeg = await findFfmpeg(variables.PATH)
  const shared = {
    ...variables,
    ffmpeg,
    cronSecret: variables.CRON_SECRET ?? null,
    appUrl: variables.APP_URL,
    oidc: readOidc(variables),
    webhook: readWebhook(variables),
  }
  if (variables.SEEDANCE_API_KEY) {
    return createContext({
      ...shared,
      key: variables.SEEDANCE_API_KEY,
      simulatorUrl: null,
      // A gateway on this very machine is a simulator run on its own, whose clock may be fast.
      pace: isLoopbackName(new URL(variables.SEEDANCE_BASE_URL).hostname)
        ? variables.SIMULATOR_SPEED
        : 1,
    })
  }
  return createContext({
    ...shared,
    key: 'simulator',
    simulatorUrl: await startSimulator(variables, ffmpeg),
    pace: variables.SIMULATOR_SPEED,
  })
}

/** Starts the built-in simulator, or finds the one of another server on the same data; returns its address. */
async function startSimulator(variables: Env, ffmpeg: string | null): Promise<string> {
  const { createSimulator } = await import('@/lib/simulator/simulator')
  const { FolderTaken } = await import('@/lib/simulator/lock')
  try {
    const simulator = await createSimulator({
      dataDir: path.resolve(variables.DATA_DIR, 'simulator'),
      speed: variables.SIMULATOR_SPEED,
      composed: variables.SIMULATOR_PIXELS,
      fullMaxSeconds: variables.FULL_MAX_SECONDS,
      ffmpeg,
    })
    return simulator.url
  } catch (error) {
    if (error instanceof FolderTaken && error.url) return error.url
    throw error
  }
}

/** Next bundles pages, handlers and instrumentation apart: only the global object is common to all. */
const holder = globalThis as { dailiesContext?: Promise<Context> | undefined }

/** The process's context. The first call prepares it: environment, migrations, gateway or simulator. */
export function context(): Promise<Context> {
  holder.dailiesContext ??= boot()
  return holder.dailiesContext
}

/** Lets a test put its own context under the handlers it calls. */
export function provideContext(own: Context): void {
  holder.dailiesContext = Promise.resolve(own)
}
