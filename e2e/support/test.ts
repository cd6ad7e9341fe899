import { expect, test as base, type BrowserContext, type Page } from '@playwright/test'
import { Composer } from './composer'
import { Studio } from './studio'

type Fixtures = {
  studio: Studio
  /** The form of the open studio. */
  composer: Composer
  /** What the browser complained about; a test that expects complaints empties it. */
  complaints: string[]
}

/** A stray complaint of the browser fails the test. */
export const test = base.extend<Fixtures>({
  complaints: [
    async ({ browser, page }, provide) => {
      const complaints: string[] = []
      const others = (context: BrowserContext) =>
        context.on('page', (other) => listenToOther(other, complaints))
      listen(page, complaints)
      browser.contexts().forEach(others)
      browser.on('context', others)
      await provide(complaints)
      browser.off('context', others)
      expect(complaints).toEqual([])
    },
    { auto: true },
  ],
  studio: async ({ page }, provide) => {
    const studio = new Studio(page)
    await studio.open()
    await provide(studio)
  },
  composer: async ({ page, studio }, provide) => {
    await studio.ready()
    await provide(new Composer(page))
  },
})

/** Takes complaints that a test provokes out of the list; there must be some. */
export function expectComplaints(complaints: string[], expected: RegExp): void {
  const others = complaints.filter((complaint) => !expected.test(complaint))
  expect(others.length).toBeLessThan(complaints.length)
  complaints.splice(0, complaints.length, ...others)
}

/** Whoever leaves a page at once has no use for what it was about to show. */
const harmless = /was preloaded using link preload but not used/

function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    const complains = ['error', 'warning'].includes(message.type())
    if (complains && !harmless.test(message.text())) complaints.push(message.text())
  })
}

/** In pages beside the test's own requests may fail, but nothing may be thrown nor the policy broken. */
function listenToOther(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text())
  })
}

export { expect }
