/**
 * `npm run bench`: weight and speed as ratios within one run, so that a slow machine changes nothing.
 * `npm run bench -- gallery` measures that part alone; several parts may be named. Needs a Chromium;
 * builds the app if need be, and an empty page with the same Next beside it. Exits with 1 when a figure
 * is over its budget.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Browser } from '@playwright/test'
import { serveEmptyPage } from './bench/empty-page'
import { benchGallery } from './bench/gallery'
import { benchGalleryScroll } from './bench/gallery-scroll-results'
import { measureInteraction, type Interaction } from './bench/interaction'
import { measureListing } from './bench/listing'
import { measurePolling } from './bench/polling'
import { bestResult, type Result } from './bench/result'
import { measureScripts } from './bench/scripts'
import { makeSharedPage } from './bench/shared-page'
import { seedTasks, type SeedEnvironment } from './bench/seed-tasks'
import { measureUploads } from './bench/uploads'
import { startPostgres } from './postgres/start-postgres.mjs'
import { startServer } from './start-server'
import { findPrograms } from './verify/programs.mjs'

const address = 'http://127.0.0.1:3398'
const say = (line: string) => void process.stdout.write(`${line}\n`)

/** In this order: the gallery comes last, because its tasks fill the database. */
const parts: Record<string, (browser: Browser, dataDir: string) => AsyncGenerator<Result>> = {
  async *weight(browser) {
    const empty = await serveEmptyPage()
    const floor = await measureScripts(browser, empty.url)
    // The studio as a first visit finds it: before the shared page has made a clip.
    const pages = [
      { name: 'studio', open: async () => address, budget: 1.45 },
      { name: 'gallery', open: async () => `${address}/gallery`, budget: 1.4 },
      { name: 'shared clip', open: () => makeSharedPage(address), budget: 1.15 },
    ]
    for (const { name, open, budget } of pages) {
      const bytes = await measureScripts(browser, await open())
      const weight = bytes / floor
      yield {
        what: `first-load JavaScript on the wire, ${name} ÷ empty page`,
        figure: `${bytes} ÷ ${floor} bytes = ${weight.toFixed(3)} (budget ${budget.toFixed(2)})`,
        within: weight <= budget,
      }
    }
    await empty.close()
  },

  async *interaction(browser) {
    const rounds: Interaction[] = []
    while (rounds.length < 3) rounds.push(await measureInteraction(browser, address))
    const all = (figure: keyof Interaction) => rounds.map((round) => round[figure])
    const keystroke = Math.min(...all('keystroke'))
    const bare = Math.min(...all('bareKeystroke'))
    yield bestResult('switching models at 4× CPU slowdown, INP', all('modelSwitch'), 50, ' ms')
    yield {
      what: 'a keystroke in a 2,000-character prompt ÷ in a bare textarea, script time',
      figure: `${keystroke.toFixed(2)} ÷ ${bare.toFixed(2)} ms (budget 16 ms)`,
      within: keystroke <= 16,
    }
  },

  async *uploads(browser, dataDir) {
    const typing = await measureUploads(browser, address, dataDir)
    yield bestResult('typing while 30 files of 20 MB are uploaded, INP', [typing], 100, ' ms')
  },

  async *listing() {
    const { list, bare } = await measureListing(address)
    yield {
      what: 'GET /api/tasks ÷ GET /api/health, median',
      figure: `${list.toFixed(1)} ÷ ${bare.toFixed(1)} ms = ${(list / bare).toFixed(2)} (budget 3)`,
      within: list / bare <= 3,
    }
  },

  async *polling() {
    const [one, many] = [await measurePolling(1, 1), await measurePolling(2, 50)]
    yield {
      what: 'questions to the gateway per running task, two servers and 50 viewers ÷ one and one',
      figure: `${many} ÷ ${one} = ${(many / one).toFixed(3)} (budget 0.95 to 1.05)`,
      within: Math.abs(many / one - 1) <= 0.05,
    }
  },

  async *gallery(_browser, dataDir) {
    yield* withTasks(dataDir, (environment) => benchGallery(address, environment))
  },

  async *scroll(browser, dataDir) {
    yield* withTasks(dataDir, () => benchGalleryScroll(browser, address))
  },
}

/** On the server's database, with a hundred thousand tasks in it. */
async function* withTasks(
  dataDir: string,
  measure: (environment: SeedEnvironment) => AsyncGenerator<Result>,
): AsyncGenerator<Result> {
  const postgres = await startPostgres({ dataDir, log: say })
  const environment = { DATA_DIR: dataDir, DATABASE_URL: postgres.url }
  try {
    await seedTasks(environment, 100_000)
    yield* measure(environment)
  } finally {
    await postgres.stop()
  }
}

const named = process.argv.slice(2)
const unknown = named.find((name) => !(name in parts))
if (unknown !== undefined) {
  console.error(`There is no part “${unknown}”: ${Object.keys(parts).join(', ')}.`)
  process.exit(1)
}

const dataDir = await mkdtemp(path.join(tmpdir(), 'dailies-bench-'))
const server = await startServer({
  PORT: new URL(address).port,
  DATA_DIR: dataDir,
  DATABASE_URL: '',
  SEEDANCE_API_KEY: '',
  SIMULATOR_SPEED: '50',
  LOG_LEVEL: 'error',
})
const { chromium: executablePath } = await findPrograms(say)
const browser = await chromium.launch({ executablePath, chromiumSandbox: false })
let isWithin = true
try {
  for (const [name, measure] of Object.entries(parts)) {
    if (named.length > 0 && !named.includes(name)) continue
    for await (const { what, figure, within } of measure(browser, dataDir)) {
      say(`${within ? 'within' : 'OVER  '}  ${what}: ${figure}`)
      isWithin &&= within
    }
  }
} finally {
  await browser.close()
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
}
process.exit(isWithin ? 0 : 1)
