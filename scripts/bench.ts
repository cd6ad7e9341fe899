/**
 * `npm run bench`: weight and speed as ratios within one run, so that a slow machine changes nothing.
 * Needs a Chromium; builds the app if need be, and an empty page with the same Next beside it.
 * Exits with 1 when a ratio is over its budget.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { serveEmptyPage } from './bench/empty-page'
import { measureGallery, seedTasks } from './bench/gallery'
import { measureInteraction, type Interaction } from './bench/interaction'
import { measureListing } from './bench/listing'
import { measurePolling } from './bench/polling'
import { measureScripts } from './bench/scripts'
import { makeSharedPage } from './bench/shared-page'
import { measureUploads } from './bench/uploads'
import { startPostgres } from './postgres/start-postgres.mjs'
import { startServer } from './start-server'
import { findPrograms } from './verify/programs.mjs'

const address = 'http://127.0.0.1:3398'
const say = (line: string) => void process.stdout.write(`${line}\n`)

const dataDir = await mkdtemp(path.join(tmpdir(), 'dailies-bench-'))
const server = await startServer({
  PORT: new URL(address).port,
  DATA_DIR: dataDir,
  DATABASE_URL: '',
  SEEDANCE_API_KEY: '',
  SIMULATOR_SPEED: '50',
  LOG_LEVEL: 'error',
})
const empty = await serveEmptyPage()
const { chromium: executablePath } = await findPrograms(say)
const browser = await chromium.launch({ executablePath, chromiumSandbox: false })

const results: { what: string; figure: string; within: boolean }[] = []
try {
  const floor = await measureScripts(browser, empty.url)
  const pages = [
    { name: 'studio', url: address, budget: 1.45 },
    { name: 'gallery', url: `${address}/gallery`, budget: 1.4 },
    { name: 'shared clip', url: await makeSharedPage(address), budget: 1.15 },
  ]
  for (const { name, url, budget } of pages) {
    const bytes = await measureScripts(browser, url)
    const weight = bytes / floor
    results.push({
      what: `first-load JavaScript on the wire, ${name} ÷ empty page`,
      figure: `${bytes} ÷ ${floor} bytes = ${weight.toFixed(3)} (budget ${budget.toFixed(2)})`,
      within: weight <= budget,
    })
  }

  // The best of three rounds: noise of the machine can only add.
  const rounds: Interaction[] = []
  while (rounds.length < 3) rounds.push(await measureInteraction(browser, address))
  const best = (figure: keyof Interaction) => Math.min(...rounds.map((round) => round[figure]))
  const modelSwitch = best('modelSwitch')
  const keystroke = best('keystroke')
  results.push(
    {
      what: 'switching models at 4× CPU slowdown, INP',
      figure: `${modelSwitch} ms (budget 50 ms)`,
      within: modelSwitch <= 50,
    },
    {
      what: 'a keystroke in a 2,000-character prompt ÷ in a bare textarea, script time',
      figure: `${keystroke.toFixed(2)} ÷ ${best('bareKeystroke').toFixed(2)} ms (budget 16 ms)`,
      within: keystroke <= 16,
    },
  )

  const typing = await measureUploads(browser, address, dataDir)
  results.push({
    what: 'typing while 30 files of 20 MB are uploaded, INP',
    figure: `${typing} ms (budget 100 ms)`,
    within: typing <= 100,
  })

  const { list, bare } = await measureListing(address)
  results.push({
    what: 'GET /api/tasks ÷ GET /api/health, median',
    figure: `${list.toFixed(1)} ÷ ${bare.toFixed(1)} ms = ${(list / bare).toFixed(2)} (budget 3)`,
    within: list / bare <= 3,
  })

  const [one, many] = [await measurePolling(1, 1), await measurePolling(2, 50)]
  results.push({
    what: 'questions to the gateway per running task, two servers and 50 viewers ÷ one and one',
    figure: `${many} ÷ ${one} = ${(many / one).toFixed(3)} (budget 0.95 to 1.05)`,
    within: Math.abs(many / one - 1) <= 0.05,
  })
  // Last, because it fills the database.
  const postgres = await startPostgres({ dataDir, log: say })
  try {
    await seedTasks({ DATA_DIR: dataDir, DATABASE_URL: postgres.url }, 100_000)
    const { first, deep, english, chinese } = await measureGallery(address, postgres.url)
    for (const [what, { handler, sql }] of Object.entries({ first, deep })) {
      results.push({
        what: `the gallery with 100,000 tasks, ${what === 'deep' ? 'a page 1,000 deep' : 'first page'} ÷ its bare SQL, median`,
        figure: `${handler.toFixed(1)} ÷ ${sql.toFixed(1)} ms = ${(handler / sql).toFixed(2)} (budget 2)`,
        within: handler / sql <= 2,
      })
    }
    for (const [language, worst] of Object.entries({ English: english, Chinese: chinese })) {
      results.push({
        what: `search in ${language} among 100,000 tasks, in the database, p99`,
        figure: `${worst.toFixed(1)} ms (budget 20 ms)`,
        within: worst <= 20,
      })
    }
  } finally {
    await postgres.stop()
  }
} finally {
  await browser.close()
  await empty.close()
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
}

for (const { what, figure, within } of results)
  say(`${within ? 'within' : 'OVER  '}  ${what}: ${figure}`)
process.exit(results.every(({ within }) => within) ? 0 : 1)
