import type { Page } from '@playwright/test'
import { findings } from './support/axe'
import { test } from './support/fresh-app'
import { expect } from './support/test'

const palette = (page: Page) => page.getByRole('dialog', { name: 'Commands' })
const field = (page: Page) => palette(page).getByRole('combobox')
const options = (page: Page) => palette(page).getByRole('option')

/** Opens it by its keys; the page may not listen yet. */
async function open(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Control+k')
    await expect(field(page)).toBeFocused({ timeout: 1_000 })
  }).toPass()
}

async function choose(page: Page, query: string): Promise<void> {
  await open(page)
  await field(page).fill(query)
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(palette(page)).toBeHidden()
}

test('goes anywhere by keys, and gives the focus back', async ({ page }) => {
  await page.goto('/')
  await open(page)
  await page.keyboard.type('gallery')
  const found = options(page).filter({ hasText: /^Gallery$/ })
  while ((await found.getAttribute('aria-selected')) !== 'true') {
    await page.keyboard.press('ArrowDown')
  }
  await expect(field(page)).toHaveAttribute(
    'aria-activedescendant',
    (await found.getAttribute('id'))!,
  )
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/gallery$/)

  const button = page.getByRole('button', { name: 'Search and commands' })
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(field(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(palette(page)).toBeHidden()
  await expect(button).toBeFocused()
})

test('finds a clip by its words and opens it', async ({ page, app }) => {
  await page.goto('/assets')
  await open(page)
  await expect(palette(page).getByRole('group', { name: 'Clips' })).toBeVisible()
  await field(page).fill('mist lake')
  const clip = options(page).filter({ hasText: 'Mist over a lake' })
  await expect(clip).toHaveCount(1)
  await clip.click()
  await expect(page).toHaveURL(new RegExp(`/tasks/${app.clips.finished.id}$`))
})

test('says when there is nothing of that name', async ({ page }) => {
  await page.goto('/assets')
  await open(page)
  await field(page).fill('zzz qqq')
  await expect(palette(page).getByText('Nothing of that name')).toBeVisible()
  await expect(field(page)).toHaveAttribute('aria-expanded', 'false')
  expect(await findings(page, 'palette without results')).toEqual([])
})

test('begins a draft and switches the model from another place', async ({ page }) => {
  await page.goto('/assets')
  await choose(page, 'switch model')
  await expect(page.getByRole('dialog', { name: 'Model' })).toBeVisible()
  await page.keyboard.press('Escape')

  const prompt = page.getByRole('textbox', { name: 'Prompt' })
  await prompt.fill('The first of two')
  await choose(page, 'new draft')
  await expect(prompt).toBeFocused()
  await expect(prompt).toHaveValue('')
  await expect(page.getByRole('navigation', { name: 'Open drafts' })).toContainText(
    'The first of two',
  )
})

test('changes theme and language', async ({ page }) => {
  await page.goto('/assets')
  await choose(page, 'theme dark')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await choose(page, '中文')
  await expect(page.locator('html')).toHaveAttribute('lang', /^zh/)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('english')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('lang', /^en/)
})

test('`?` shows the keys of each place, and is a letter where one types', async ({ page }) => {
  const map = page.getByRole('dialog', { name: 'Keys' })
  for (const [place, words] of [
    ['/', 'Name material in the prompt'],
    ['/gallery', 'Compare the selected'],
    ['/assets', 'From item to item'],
  ] as const) {
    await page.goto(place)
    await expect(async () => {
      await page.keyboard.press('Shift+?')
      await expect(map).toBeVisible({ timeout: 1_000 })
    }).toPass()
    await expect(map).toContainText(words)
    await expect(map).toContainText('Search and commands')
    expect(await findings(page, `keys of ${place}`)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(map).toBeHidden()
  }
  await page.goto('/')
  const prompt = page.getByRole('textbox', { name: 'Prompt' })
  await prompt.press('Shift+?')
  await expect(prompt).toHaveValue(/\?$/)
  await expect(map).toBeHidden()
})

for (const width of [1440, 390]) {
  test(`is clean for axe at ${width} px in both themes`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 })
    await page.goto('/assets')
    await open(page)
    await expect(palette(page).getByRole('group', { name: 'Clips' })).toBeVisible()
    expect(await findings(page, 'palette')).toEqual([])
    const box = (await palette(page).boundingBox())!
    expect(box.x).toBeGreaterThanOrEqual(0)
    expect(box.x + box.width).toBeLessThanOrEqual(width)
  })
}
