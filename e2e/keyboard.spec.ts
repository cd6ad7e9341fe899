import { expectPlaying } from './support/playing'
import { tabTo } from './support/tab-to'
import { expect, test } from './support/test'

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
