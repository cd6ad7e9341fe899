import type { Browser, BrowserContext, Page } from '@playwright/test'
import { draftCookie, storageKey } from '@/lib/client/draft-storage'
import { localeCookie, type Locale } from '@/lib/client/locale'
import { themeCookie } from '@/lib/client/theme'
import type { Act } from './acts'

export type Look = { width: number; theme: 'light' | 'dark'; locale: Locale }

/** Milliseconds since the epoch, and the zone it is told in. */
export type Moment = { now: number; zone: string }

export type State = {
  name: string
  /** The address; the studio's unless said. */
  path?: string
  /** What the form holds. */
  draft?: object
  /** What is done before the picture is taken. */
  act?: Act
}

const heights: Record<number, number> = { 1440: 900, 900: 1100, 390: 844 }

/** A browser of one width, theme and language, whose clock stands at the moment of the pictures. */
export async function openLook(
  browser: Browser,
  app: string,
  { width, theme, locale }: Look,
  { now, zone }: Moment,
): Promise<BrowserContext> {
  const touch = width < 640
  const context = await browser.newContext({
    baseURL: app,
    timezoneId: zone,
    viewport: { width, height: heights[width] ?? 900 },
    deviceScaleFactor: touch ? 2 : 1,
    hasTouch: touch,
    isMobile: touch,
    reducedMotion: 'reduce',
  })
  await context.clock.setFixedTime(now)
  const cookies = { [themeCookie]: theme, [localeCookie]: locale, [draftCookie]: '1' }
  await context.addCookies(
    Object.entries(cookies).map(([name, value]) => ({ name, value, url: app })),
  )
  return context
}

/** Plays a clip until the browser has made its poster and handed it in. */
export async function lendPoster(context: BrowserContext, id: string): Promise<void> {
  const page = await context.newPage()
  const handedIn = page.waitForResponse(
    (response) => response.url().endsWith(`/${id}/poster`) && response.request().method() === 'PUT',
  )
  await page.goto(`/tasks/${id}`)
  await page.locator('.stage button').click()
  await handedIn
  await page.close()
}

/** Takes one state's picture into the file. */
export async function takePicture(
  context: BrowserContext,
  { path = '/', draft, act }: State,
  file: string,
): Promise<void> {
  const page = await context.newPage()
  await storeDraft(page, draft)
  await page.goto(path, { waitUntil: 'networkidle' })
  await page.evaluate(() => document.fonts.ready)
  await act?.(page)
  await drawn(page)
  await page.screenshot({ path: file, animations: 'disabled' })
  await page.close()
}

/** Puts the draft where the form finds it; without one the form is empty. */
async function storeDraft(page: Page, draft: object | undefined): Promise<void> {
  const stored = { active: 'shown', open: [{ id: 'shown', draft: draft ?? {} }] }
  await page.addInitScript(([key, value]) => localStorage.setItem(key, value), [
    storageKey,
    JSON.stringify(stored),
  ] as const)
}

/** Waits until every picture on screen is drawn. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const seen = [...document.images].filter((image) => {
      const { top, bottom } = image.getBoundingClientRect()
      return bottom > 0 && top < innerHeight
    })
    await Promise.all(seen.map((image) => image.decode()))
  })
}
