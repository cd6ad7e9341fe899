import type { Page } from '@playwright/test'
import { locales } from '@/lib/client/locale'
import { appUrl } from './support/addresses'
import { findings } from './support/axe'
import { Gallery, makeClips } from './support/gallery'
import { speak, themeOf } from './support/speak'
import { expect, test } from './support/test'

// Under reduced motion colours do not fade, so that axe measures them as they end.
test.use({ contextOptions: { reducedMotion: 'reduce' } })
test.describe.configure({ timeout: 180_000 })

let word = ''

test.beforeAll(async () => {
  word = `ax${crypto.randomUUID().slice(0, 6)}`
  await makeClips(['one', 'two', 'three'].map((name) => `${word} ${name}`))
})

/** Goes through the states of the page in any language and at any width, and stops at each by name. */
async function* states(page: Page): AsyncGenerator<string> {
  const { tiles } = new Gallery(page)
  const bar = page.getByRole('toolbar')
  await page.goto(`/gallery?q=${word}`)
  await expect(tiles).toHaveCount(3)
  yield 'grid'
  await page.keyboard.press('ArrowRight')
  await expect(tiles.first().getByRole('link')).not.toHaveCount(0)
  yield 'focus on a clip'
  await page.keyboard.press('x')
  await expect(bar).toBeVisible()
  yield 'selection'
  await page.keyboard.press('Escape')
  await expect(bar).toHaveCount(0)
  const chip = page.locator('[data-gallery-head] [role=group] [popovertarget]').first()
  await chip.scrollIntoViewIfNeeded()
  await chip.click()
  await expect(page.locator(':popover-open input').first()).toBeAttached()
  yield 'a filter open'
  await page.keyboard.press('Escape')
  await page.goto(`/gallery?q=${word}&favourite=true`)
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
  yield 'nothing fits'
  await page.route('**/api/gallery/days*', (route) => route.fulfill({ status: 503, json: {} }))
  await page.goto(`/gallery?q=${word}&tag=x`)
  await page.evaluate(() => window.history.pushState(null, '', '/gallery?tag=y'))
  await expect(page.getByRole('alert').first()).toBeVisible({ timeout: 30_000 })
  yield 'an error'
  await page.unroute('**/api/gallery/days*')
}

for (const locale of locales) {
  for (const width of [1440, 390]) {
    const how = `${locale}, ${themeOf[locale]}, ${width} px`
    test(`axe finds nothing, ${how}`, async ({ page, complaints }) => {
      await page.setViewportSize({ width, height: 900 })
      await speak(page.context(), appUrl, locale)
      const found: string[] = []
      for await (const state of states(page)) {
        found.push(...(await findings(page, state)))
        const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(scrollWidth, state).toBeLessThanOrEqual(width)
      }
      // The refused request of the last state is not a stray complaint.
      complaints.splice(0, complaints.length, ...complaints.filter((one) => !one.includes('503')))
      expect(found).toEqual([])
    })
  }
}
