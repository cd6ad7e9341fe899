import type { Page } from '@playwright/test'
import { locales } from '@/lib/client/locale'
import type { Media } from '@/lib/schemas/media'
import { appUrl } from './support/addresses'
import { bring, picture } from './support/assets'
import { findings } from './support/axe'
import { wideWhenNarrow } from './support/narrow'
import { speak, themeOf } from './support/speak'
import { expect, test } from './support/test'

// Under reduced motion colours do not fade, so that axe measures them as they end.
test.use({ contextOptions: { reducedMotion: 'reduce' } })
test.describe.configure({ timeout: 180_000 })

let stamp = ''
let active: Media

// New ones for each test: what was submitted once has another button in the bar.
test.beforeEach(async () => {
  stamp = `a11y-${crypto.randomUUID().slice(0, 8)}`
  for (const name of ['wide', 'reject', 'active']) {
    const file = await picture(`${stamp}-${name}.jpg`, ...(name === 'wide' ? [6400, 2900] : []))
    active = await bring(file)
  }
})

/** Goes through the states of the page in any language and at any width, and stops at each by name. */
async function* states(page: Page): AsyncGenerator<string> {
  const rows = page.locator('[data-item]')
  const bar = page.getByRole('toolbar')
  const filters = page.locator('[aria-haspopup=menu]:not([data-item] *)')
  await page.goto(`/assets?q=${stamp}`)
  await expect(rows).toHaveCount(3)
  yield 'list'
  await page.locator('[data-check]').last().click()
  await rows.first().locator('[data-check]').click()
  await expect(bar).toBeVisible()
  yield 'selection'
  await bar.getByRole('button').first().click()
  await expect(rows.locator('.text-ok, .text-bad').first()).toBeVisible()
  yield 'after a review'
  await bar.getByRole('button').nth(-2).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  yield 'deleting'
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(bar).toHaveCount(0)
  await rows.nth(1).locator('[aria-haspopup=menu]').click()
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  yield 'menu of an item'
  await page.keyboard.press('Escape')
  // A float closes when its button scrolls away: that of a narrow window is brought into view before.
  await filters.first().scrollIntoViewIfNeeded()
  await page.evaluate(
    () => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))),
  )
  await filters.first().click()
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  yield 'states to narrow by'
  await page.getByRole('menuitem').nth(1).click()
  await expect(rows).toHaveCount(0)
  yield 'nothing matches'
  await page.goto(`/assets?q=${stamp}`)
  await page.locator('input[value=grid]').click()
  await expect(page.locator('input[value=grid]')).toBeChecked()
  yield 'grid'
  await page.locator('input[value=list]').click()
}

for (const locale of locales) {
  for (const width of [1440, 390]) {
    const how = `${locale}, ${themeOf[locale]}, ${width} px`
    test(`axe finds nothing in the assets, and nothing is too wide, ${how}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 })
      await speak(page.context(), appUrl, locale)
      const found: string[] = []
      for await (const state of states(page)) {
        found.push(...(await findings(page, state)))
        if (width === 390) found.push(...(await wideWhenNarrow(page, state)))
        const moving = await page.evaluate(() => document.getAnimations().length)
        if (moving > 0) found.push(`${state}: ${moving} animations under reduced motion`)
      }
      expect(found).toEqual([])
    })
  }
}

test.describe('on touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } })

  test('what one presses most is at least 44 px', async ({ page }) => {
    await page.goto(`/assets?q=${stamp}`)
    const row = page.getByRole('listitem').filter({ hasText: active.name })
    const box = row.getByRole('checkbox')
    await box.click()
    const bar = page.getByRole('toolbar')
    const targets = {
      box: row.locator('label'),
      more: row.getByRole('button', { name: 'More for' }),
      search: page.getByRole('textbox'),
      upload: page.getByRole('button', { name: 'Upload' }),
      delete: bar.getByRole('button', { name: 'Delete' }),
    }
    const sizes = await Promise.all(
      Object.entries(targets).map(async ([name, target]) => {
        const { height = 0 } = (await target.boundingBox()) ?? {}
        return [name, height >= 44] as const
      }),
    )
    expect(sizes.filter(([, large]) => !large)).toEqual([])
  })
})
