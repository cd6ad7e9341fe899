import { expect, test as base, type Page } from '@playwright/test'
import { Studio } from './studio'

type Fixtures = {
  studio: Studio
  /** What the browser complained about; a test that expects complaints empties it. */
  complaints: string[]
}

/** A stray complaint of the browser fails the test. */
export const test = base.extend<Fixtures>({
  complaints: [
    async ({ page }, provide) => {
      const complaints: string[] = []
      listen(page, complaints)
      await provide(complaints)
      expect(complaints).toEqual([])
    },
    { auto: true },
  ],
  studio: async ({ page }, provide) => {
    const studio = new Studio(page)
    await studio.open()
    await provide(studio)
  },
})

function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
}

export { expect }
