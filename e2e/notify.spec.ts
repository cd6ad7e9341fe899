import type { Page } from '@playwright/test'
import { expect, test } from './support/test'

test.beforeEach(async ({ context }) => {
  await context.addInitScript(() => {
    window.away = false
    Object.defineProperty(document, 'visibilityState', {
      get: () => (window.away ? 'hidden' : 'visible'),
    })
    window.shown = []
    window.Notification = class {
      // A blank page has no storage.
      static permission =
        location.protocol === 'about:' ? null : (localStorage.getItem('permission') ?? 'granted')
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
  })
})

const leave = (page: Page) =>
  page.evaluate(() => {
    window.away = true
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  })
const comeBack = (page: Page) =>
  page.evaluate(() => {
    window.away = false
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  })
const shown = (page: Page) => page.evaluate(() => window.shown)
const awaited = (page: Page) => page.evaluate(() => localStorage.getItem('dailies.awaited'))

test('two tabs that nobody sees tell of an end once between them', async ({
  page,
  context,
  studio,
}) => {
  test.fixme(
    true,
    'Under a stopped clock the second tab does not show the end when one comes back.',
  )
  const other = await context.newPage()
  for (const one of [page, other]) {
    await one.clock.install()
    await one.goto('/')
  }
  await studio.ready()
  const prompt = `Told once ${Date.now()}`
  const created = page.waitForResponse((answer) => answer.request().method() === 'POST')
  await studio.make(prompt)
  await created
  await other.reload()
  await expect(other.getByRole('article').filter({ hasText: prompt })).toBeVisible()
  for (const one of [page, other]) await leave(one)
  const all = async () => {
    for (const one of [page, other]) await one.clock.fastForward(15_000)
    // Other tests make clips of the same member.
    return [...(await shown(page)), ...(await shown(other))].filter((text) => text.includes(prompt))
  }
  await expect.poll(all, { timeout: 40_000 }).toEqual([`Completed: ${prompt}`])
  for (let time = 0; time < 3; time += 1) {
    expect(await all()).toEqual([`Completed: ${prompt}`])
  }
  // Somebody comes back to each: now both know of it, and neither tells again.
  for (const one of [page, other]) {
    await comeBack(one)
    await expect(one.getByRole('article', { name: `Completed: ${prompt}` })).toBeVisible()
  }
  expect(await all()).toEqual([`Completed: ${prompt}`])
})

test('one who looks at the clip is not told by the browser', async ({ page, studio }) => {
  const prompt = `Looked at ${Date.now()}`
  await studio.make(prompt)
  await studio.completed(prompt)
  await expect.poll(() => page.evaluate(() => localStorage.getItem('dailies.told'))).not.toBeNull()
  expect(await shown(page)).toEqual([])
})

test('at another place the end is said there, and leads to the clip', async ({ page, studio }) => {
  test.fixme(true, 'The clip may end before the studio is left; it needs a task that is held back.')
  const prompt = `Said elsewhere ${Date.now()}`
  await studio.make(prompt)
  await expect.poll(() => awaited(page)).not.toBeNull()
  let arrive = () => {}
  const there = new Promise<void>((resolve) => (arrive = resolve))
  await page.route('**/api/tasks/updates?*', async (route) => {
    await there
    await route.continue().catch(() => {})
  })
  await page.getByRole('link', { name: 'Assets' }).click()
  await expect(page).toHaveURL(/\/assets/)
  arrive()
  const notice = page.getByRole('status').filter({ hasText: `Completed: ${prompt}` })
  await expect(notice).toBeVisible({ timeout: 45_000 })
  await notice.getByRole('button', { name: 'Open' }).click()
  await expect(page).toHaveURL(/\/tasks\//)
  expect(await awaited(page)).toBeNull()
  expect(await shown(page)).toEqual([])
})

test('a page of somebody who waits for nothing asks for no tasks', async ({ page }) => {
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

test('the browser is asked on a press alone', async ({ page, context }) => {
  await context.addInitScript(() => localStorage.setItem('permission', 'default'))
  await page.goto('/')
  await page.reload()
  const times = () => page.evaluate(() => (Notification as unknown as { asked: number }).asked)
  await expect(page.getByRole('form')).toBeVisible()
  expect(await times()).toBe(0)
  await page.getByRole('button', { name: 'Language and theme' }).click()
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
