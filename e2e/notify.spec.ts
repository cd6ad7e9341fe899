import type { BrowserContext, Page } from '@playwright/test'
import { taskListSchema } from '@/lib/schemas/task'
import { gate } from './support/gate'
import { Studio } from './support/studio'
import { expect, test, type TeamApp } from './support/team-app'

/** A browser whose notifications are kept, of a member who has no other tasks. */
async function browserOf(
  team: TeamApp,
  permission: NotificationPermission = 'granted',
): Promise<BrowserContext> {
  const context = await team.join('creator', `Yuki${crypto.randomUUID().slice(0, 8)}`)
  await context.addInitScript((given) => {
    window.away = false
    Object.defineProperty(document, 'visibilityState', {
      get: () => (window.away ? 'hidden' : 'visible'),
    })
    window.shown = []
    window.Notification = class {
      static permission = given
      static asked = 0
      static requestPermission() {
        this.asked += 1
        this.permission = 'granted'
        return Promise.resolve('granted')
      }
      constructor(title: string, { body }: { body: string }) {
        window.shown.push(`${title}: ${body}`)
      }
    } as unknown as typeof Notification
  }, permission)
  return context
}

async function studioOf(context: BrowserContext): Promise<Studio> {
  const studio = new Studio(await context.newPage())
  await studio.open()
  return studio
}

const see = (page: Page, away: boolean) =>
  page.evaluate((isAway) => {
    window.away = isAway
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  }, away)

async function isSaved(context: BrowserContext, prompt: string): Promise<boolean> {
  const { data } = taskListSchema.parse(await (await context.request.get('/api/tasks')).json())
  return data.some(({ input, archive }) => input.prompt === prompt && archive.status === 'saved')
}

const shown = (page: Page) => page.evaluate(() => window.shown)
const awaited = (page: Page) => page.evaluate(() => localStorage.getItem('dailies.awaited'))

test('two tabs that nobody sees tell of an end once between them', async ({ team }) => {
  const context = await browserOf(team)
  const pages = [await context.newPage(), await context.newPage()] as const
  const [page, other] = pages
  for (const one of pages) await one.clock.install()
  const news = gate()
  await context.route(/\/api\/tasks(\/updates)?\?/, async (route) => {
    await news.opened
    await route.continue()
  })
  const studio = new Studio(page)
  await studio.open()
  const prompt = `Told once ${Date.now()}`
  const created = page.waitForResponse((answer) => answer.request().method() === 'POST')
  await studio.make(prompt)
  await created
  await new Studio(other).open()
  await expect(other.getByRole('article').filter({ hasText: prompt })).toBeVisible()
  for (const one of pages) await see(one, true)
  news.open()
  const all = async () => {
    for (const one of pages) await one.clock.fastForward(15_000)
    return [...(await shown(page)), ...(await shown(other))]
  }
  await expect.poll(all, { timeout: 40_000 }).toEqual([`Completed: ${prompt}`])
  for (let time = 0; time < 3; time += 1) {
    expect(await all()).toEqual([`Completed: ${prompt}`])
  }
  await expect.poll(() => isSaved(context, prompt)).toBe(true)
  // Somebody comes back to each: now both know of it, and neither tells again.
  for (const one of pages) {
    await see(one, false)
    await expect(async () => {
      // Too little for the next look of a tab that nobody sees: it looks because somebody is back.
      await one.clock.fastForward(50)
      const card = one.getByRole('article', { name: `Completed: ${prompt}` })
      await expect(card).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 15_000 })
  }
  expect(await all()).toEqual([`Completed: ${prompt}`])
})

test('one who looks at the clip is not told by the browser', async ({ team }) => {
  const studio = await studioOf(await browserOf(team))
  const prompt = `Looked at ${Date.now()}`
  await studio.make(prompt)
  await studio.completed(prompt)
  const told = () => studio.page.evaluate(() => localStorage.getItem('dailies.told'))
  await expect.poll(told).not.toBeNull()
  expect(await shown(studio.page)).toEqual([])
})

test('at another place the end is said there, and leads to the clip', async ({ team }) => {
  const studio = await studioOf(await browserOf(team))
  const { page } = studio
  // Whoever leaves has heard of no change yet.
  const there = gate()
  await page.route(/\/api\/tasks(\/updates)?\?/, async (route) => {
    await there.opened
    await route.continue().catch(() => {})
  })
  const prompt = `Said elsewhere ${Date.now()}`
  await studio.make(prompt)
  await expect.poll(() => awaited(page)).not.toBeNull()
  await page.getByRole('link', { name: 'Assets' }).click()
  await expect(page).toHaveURL(/\/assets/)
  there.open()
  const notice = page.getByRole('status').filter({ hasText: `Completed: ${prompt}` })
  await expect(notice).toBeVisible({ timeout: 45_000 })
  await notice.getByRole('button', { name: 'Open' }).click()
  await expect(page).toHaveURL(/\/tasks\//)
  expect(await awaited(page)).toBeNull()
  expect(await shown(page)).toEqual([])
})

test('a page of somebody who waits for nothing asks for no tasks', async ({ team }) => {
  const page = await (await browserOf(team)).newPage()
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/tasks')) asked.push(request.url())
  })
  await page.clock.install()
  for (const place of ['/assets', '/settings']) {
    await page.goto(place)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.clock.fastForward(60_000)
  }
  expect(asked).toEqual([])
})

test('the browser is asked on a press alone', async ({ team }) => {
  const { page } = await studioOf(await browserOf(team, 'default'))
  const times = () => page.evaluate(() => (Notification as unknown as { asked: number }).asked)
  expect(await times()).toBe(0)
  await page.getByRole('button', { name: /^Your account/ }).click()
  await page.getByRole('button', { name: 'Notify me' }).click()
  expect(await times()).toBe(1)
  await expect(page.getByText('The browser tells you')).toBeVisible()
})

declare global {
  interface Window {
    away: boolean
    shown: string[]
  }
}
