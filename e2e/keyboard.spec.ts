import type { Page } from '@playwright/test'
import { expectPlaying } from './support/playing'
import { expect, test } from './support/test'

/** Presses Tab until the focus is where the name says; the focus must never be lost on the way. */
async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press(key)
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return null
      const label = element.getAttribute('aria-label') ?? ''
      return `${label} ${element.textContent ?? ''}`.trim()
    })
    if (focused !== null && name.test(focused)) return
  }
  throw new Error(`The keyboard does not reach ${name}.`)
}

test('open, fill, generate, play and download by keyboard alone', async ({ studio, page }) => {
  const prompt = `By keyboard ${Date.now()}`
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()

  await tabTo(page, /^seedance/)
  await page.keyboard.press('Enter')
  await expect(studio.picker.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('fast-i2v')
  await page.keyboard.press('Enter')
  await expect(studio.modelButton).toBeFocused()
  await expect(studio.modelButton).toContainText('seedance2.0-fast-i2v')

  await tabTo(page, /^Prompt/)
  await page.keyboard.type(prompt)
  await page.keyboard.press('Control+Enter')

  const card = await studio.completed(prompt)
  await tabTo(page, /^Play/)
  await page.keyboard.press('Enter')
  await expectPlaying(card.locator('video'))
  await page.keyboard.press('Escape')
  await tabTo(page, /^Download/)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('Enter'),
  ])
  expect(download.suggestedFilename()).toMatch(/\.mp4$/)
})
