/**
 * `npm run screenshots`: fills a throw-away app with a day's clips from the simulator and takes a
 * picture of every screen in its states, at three widths, light and dark, in both languages,
 * into `test-results/screenshots`; and the README's picture, `public/screenshot.png`.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type BrowserContext } from '@playwright/test'
import sharp from 'sharp'
import { locales, type Locale } from '@/lib/client/locale'
import { shareSchema } from '@/lib/schemas/share'
import { createSimulator } from '@/lib/simulator/simulator'
import { startServer } from './start-server'
import { startPostgres } from './postgres/start-postgres.mjs'
import {
  hoverTile,
  loopRange,
  openFilter,
  openItemMenu,
  openKeys,
  openPalette,
  openPicker,
  openShare,
  openTile,
  seeCard,
  selectItems,
  selectTiles,
} from './screenshots/acts'
import { call } from './screenshots/call'
import { makeDay, showDay, withoutPoster } from './screenshots/day'
import {
  lendPoster,
  openLook,
  takePicture,
  type Look,
  type Moment,
  type State,
} from './screenshots/pictures'
import { makeMaterial, withMaterial, type Material } from './screenshots/material'
import { drafts, shownScene, type Scene } from './screenshots/scenes'
import { makeReview, makeTeam } from './screenshots/team'
import { findPrograms } from './verify/programs.mjs'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '3397' },
    /** Takes only files whose name holds this: `--only picker-1440`. */
    only: { type: 'string', default: '' },
  },
})
const app = `http://127.0.0.1:${values.port}`
const folder = 'test-results/screenshots'
const widths = [1440, 900, 390]
const usual: Look = { width: 1440, theme: 'light', locale: 'en' }
const themes = ['light', 'dark'] as const

const now = Date.now()
const moment: Moment = { now, zone: zoneOfAfternoon(now) }
const say = (line: string) => void process.stdout.write(`${line}\n`)
const dataDir = await mkdtemp(path.join(tmpdir(), 'dailies-pictures-'))
const environment = {
  PORT: values.port,
  LOG_LEVEL: 'error',
  SIMULATOR_SPEED: '20',
  TZ: moment.zone,
}

await mkdir(folder, { recursive: true })
const { chromium: executablePath } = await findPrograms(say)
const browser = await chromium.launch({ executablePath, chromiumSandbox: false })
try {
  await takeEmpty()
  await takeDays()
  await takeTeam()
} finally {
  await browser.close()
  await rm(dataDir, { recursive: true, force: true })
}

/** As a fresh clone starts: no key, no clip. */
async function takeEmpty(): Promise<void> {
  const server = await startServer({
    ...environment,
    DATA_DIR: path.join(dataDir, 'empty'),
    DATABASE_URL: '',
    SEEDANCE_API_KEY: '',
  })
  try {
    for (const locale of locales) await takeAll(locale, [{ name: 'studio-empty' }])
  } finally {
    await server.stop()
  }
}

/** With a key and a day's work. */
async function takeDays(): Promise<void> {
  const postgres = await startPostgres({ dataDir, log: () => {} })
  // Its clock stands still and is moved by hand: what is half done stays half done.
  const simulator = await createSimulator({
    dataDir: path.join(dataDir, 'simulator'),
    now: () => now,
    startBalance: 120,
  })
  const server = await startServer({
    ...environment,
    DATA_DIR: dataDir,
    DATABASE_URL: postgres.url,
    SEEDANCE_API_KEY: 'sk-pictures',
    SEEDANCE_BASE_URL: simulator.url,
  })
  try {
    let material: Material | undefined
    for (const locale of locales) {
      say(`Making a day in ${locale}`)
      const day = await makeDay({ app, simulator, database: postgres.url }, locale, now)
      const context = await openLook(browser, app, usual, moment)
      for (const id of await withoutPoster(app)) await lendPoster(context, id)
      await context.close()
      const of = (state: Scene['state']) => day.find(({ scene }) => scene.state === state)?.id
      const shown = day.find(({ scene }) => scene === shownScene)?.id
      const finished = day.filter(({ scene }) => !scene.state).map(({ id }) => id)
      const items = (material ??= await makeMaterial(app, simulator, finished))
      const draft = (name: keyof typeof drafts) => withMaterial(drafts[name][locale], items)
      await takeAll(locale, [
        { name: 'studio-references', draft: draft('sp') },
        { name: 'studio-frames', draft: draft('md') },
        { name: 'studio-full', draft: draft('full') },
        { name: 'studio-text', draft: draft('mini') },
        { name: 'studio-picker', draft: draft('sp'), act: openPicker },
        { name: 'studio-running', draft: draft('sp'), act: seeCard(of('running')) },
        { name: 'studio-finished', draft: draft('sp'), act: seeCard(shown, true) },
        { name: 'studio-failed', draft: draft('sp'), act: seeCard(of('refused')) },
        { name: 'studio-unconfirmed', draft: draft('sp'), act: seeCard(of('unconfirmed')) },
        { name: 'task', path: `/tasks/${shown}` },
        { name: 'assets', path: '/assets' },
        { name: 'assets-selected', path: '/assets', act: selectItems },
        { name: 'assets-menu', path: '/assets', act: openItemMenu },
      ])
      if (locale === 'en') {
        await takeReadme(draft('sp'), shown)
        await runSeed({ DATABASE_URL: postgres.url, DATA_DIR: dataDir })
      }
      const [takes] = day.filter(({ scene }) => scene.takes)
      await takeAll(locale, [
        { name: 'gallery', path: '/gallery' },
        { name: 'gallery-tile', path: '/gallery', act: hoverTile },
        { name: 'gallery-selected', path: '/gallery', act: selectTiles },
        { name: 'gallery-filter', path: '/gallery?q=sun&favourite=true', act: openFilter },
        { name: 'gallery-clip', path: '/gallery', act: openTile },
        { name: 'gallery-none', path: '/gallery?q=zeppelin' },
        { name: 'compare-two', path: `/compare?ids=${finished.slice(2, 4).join(',')}` },
        { name: 'compare-takes', path: `/compare?group=${takes?.group}` },
        { name: 'compare-four', path: `/compare?ids=${finished.slice(0, 4).join(',')}` },
        { name: 'share', path: await share(shown ?? '', locale) },
        { name: 'palette', path: '/gallery', act: openPalette },
        { name: 'keys', path: '/gallery', act: openKeys },
        { name: 'settings', path: '/settings' },
      ])
      await showDay(app, day, false)
    }
  } finally {
    await server.stop()
    await simulator.close()
    await postgres.stop()
  }
}

async function takeAll(locale: Locale, states: readonly State[], session?: string): Promise<void> {
  for (const width of widths) {
    for (const theme of themes) {
      const nameOf = (state: State) => `${state.name}-${width}-${theme}-${locale}.png`
      const wanted = states.filter((state) => nameOf(state).includes(values.only))
      if (wanted.length === 0) continue
      const context = await openLook(browser, app, { width, theme, locale }, moment)
      if (session) await signIn(context, session)
      for (const state of wanted) {
        await takePicture(context, state, path.join(folder, nameOf(state)))
      }
      await context.close()
      say(`${width} ${theme} ${locale}: ${wanted.length}`)
    }
  }
}

async function signIn(context: BrowserContext, cookie: string): Promise<void> {
  const [name = '', value = ''] = cookie.split(/=(.*)/)
  await context.addCookies([{ name, value, url: app }])
}

/** The studio at work, in 256 colours. */
async function takeReadme(draft: object, task: string | undefined): Promise<void> {
  const file = path.join(folder, 'readme.png')
  const context = await openLook(browser, app, usual, moment)
  await takePicture(context, { name: 'readme', draft, act: seeCard(task, true) }, file)
  await context.close()
  await mkdir('public', { recursive: true })
  await sharp(file).png({ palette: true, effort: 10 }).toFile('public/screenshot.png')
}

/** A link's path to the clip, with all that may be shown. */
async function share(task: string, locale: Locale): Promise<string> {
  const choice = {
    caption: { en: 'Lanterns, second cut', zh: '灯笼，第二版' }[locale],
    show_prompt: true,
    show_settings: true,
    allow_download: true,
  }
  const made = await call(`${app}/api/tasks/${task}/shares`, 'POST', choice)
  return new URL(shareSchema.parse(made).url).pathname
}

/** Two years' work of a team, for the gallery to show. */
async function runSeed(environment: Record<string, string>): Promise<void> {
  const run = [...process.execArgv, 'scripts/seed.ts', '--tasks', '6000']
  const child = spawn(process.execPath, run, { env: { ...process.env, ...environment } })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`The seed ended with ${code}.`)
}

/** A team's door, who is in the team, and a clip they talk about. */
async function takeTeam(): Promise<void> {
  const folderOfTeam = path.join(dataDir, 'team')
  const server = await startServer({
    ...environment,
    APP_URL: app,
    DATA_DIR: folderOfTeam,
    DATABASE_URL: '',
    SEEDANCE_API_KEY: '',
  })
  try {
    const link = /Make the first admin: (\S+)/.exec(server.output())?.[1] ?? ''
    for (const locale of locales) await takeAll(locale, [{ name: 'join', path: link }])
    const team = await makeTeam(app, link)
    for (const locale of locales) {
      await takeAll(locale, [{ name: 'sign-in', path: '/sign-in' }])
      const clip = await makeReview(app, team, locale)
      const states: State[] = [
        { name: 'team', path: '/settings' },
        { name: 'task-review', path: `/tasks/${clip}`, act: loopRange },
        { name: 'task-share', path: `/tasks/${clip}`, act: openShare },
      ]
      await takeAll(locale, states, team.admin)
    }
  } finally {
    await server.stop()
  }
}

/** Wherever and whenever the pictures are taken, it is early afternoon in them. POSIX counts zones westward. */
function zoneOfAfternoon(now: number): string {
  const west = new Date(now).getUTCHours() - 14
  return `Etc/GMT${west < 0 ? west : `+${west}`}`
}
