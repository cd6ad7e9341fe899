import type { Page } from '@playwright/test'
import { Gallery, makeClips } from './support/gallery'
import { expect, test } from './support/test'

// One word for the clips of this file, so that others' clips do not count.
let word = ''
const names = ['amber', 'birch', 'cedar', 'delta']

test.beforeAll(async () => {
  word = `gal${crypto.randomUUID().slice(0, 6)}`
  await makeClips(names.map((name) => `${word} ${name}`))
})

async function open(page: Page): Promise<Gallery> {
  const gallery = new Gallery(page)
  await gallery.open(`?q=${word}`)
  await expect(gallery.tiles).toHaveCount(names.length)
  return gallery
}

test('at rest no video is fetched; a pointer that stays starts one preview, and it ends with the pointer', async ({
  page,
}) => {
  const videos: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/video')) videos.push(request.url())
  })
  const gallery = await open(page)
  const playing = page.locator('video[src]')
  await expect(gallery.tiles.locator('img')).toHaveCount(names.length)
  expect(videos).toEqual([])

  await gallery.tile('amber').hover()
  await expect(playing).toHaveCount(1)
  await expect
    .poll(() => playing.evaluate((video: HTMLVideoElement) => video.currentTime > 0 && video.muted))
    .toBe(true)
  await gallery.tile('delta').hover()
  await expect(playing).toHaveCount(1)
  await expect(gallery.tile('delta').locator('video[src]')).toHaveCount(1)
  await page.mouse.move(300, 20)
  await expect(page.locator('video')).toHaveCount(0)
})

test('under reduced motion nothing moves by itself', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.clock.install()
  const gallery = await open(page)
  await gallery.tile('amber').hover()
  await expect(gallery.tile('amber').getByRole('button', { name: 'Favourite' })).toBeVisible()
  // Longer than anybody's intent takes.
  await page.clock.runFor(5_000)
  await expect(page.locator('video')).toHaveCount(0)
})

test('keys: arrows walk, X selects, Shift takes the range, Escape ends, Enter opens and Back returns', async ({
  page,
}) => {
  const gallery = await open(page)
  await page.keyboard.press('ArrowRight')
  await expect(gallery.link('delta')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(gallery.link('cedar')).toBeFocused()
  await page.keyboard.press('x')
  await expect(gallery.bar).toContainText('1 selected')
  await page.keyboard.press('End')
  await expect(gallery.link('amber')).toBeFocused()
  await page.keyboard.press('Shift+X')
  await expect(gallery.bar).toContainText('3 selected')
  await page.keyboard.press('Escape')
  await expect(gallery.bar).toHaveCount(0)
  await expect(gallery.link('amber')).toBeFocused()

  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/tasks\/[0-9a-f-]{36}$/)
  await page.goBack()
  await expect(page).toHaveURL(new RegExp(`/gallery\\?q=${word}$`))
  await expect(gallery.link('amber')).toBeFocused()
})

test('filters are in the address, each with its own way out, and the count says what they leave', async ({
  page,
}) => {
  const gallery = await open(page)
  await expect(gallery.count).toHaveText(/^4 of \d[\d,]* clips$/)
  await page.getByRole('button', { name: 'Line' }).click()
  await page.getByRole('dialog', { name: 'Line' }).getByText('Mini', { exact: true }).click()
  await expect(page).toHaveURL(/line=mini/)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Remove filter Line' }).click()
  await expect(page).not.toHaveURL(/line=/)

  await gallery.search.fill(`${word} birch`)
  await expect(gallery.tiles).toHaveCount(1)
  await page.getByRole('button', { name: 'Favourites' }).click()
  await expect(page.getByRole('heading', { name: 'No clip fits these filters' })).toBeVisible()
  await page.getByRole('button', { name: 'Drop “Favourites”' }).click()
  await expect(gallery.tiles).toHaveCount(1)
  await page.goBack()
  await expect(page).toHaveURL(/favourite=true/)
})

test('what is hidden leaves the grid, and Undo brings it back to its place', async ({ page }) => {
  const gallery = await open(page)
  await gallery.choose('birch')
  await gallery.tile('cedar').click()
  await expect(gallery.bar).toContainText('2 selected')
  await gallery.bar.getByRole('button', { name: 'Hide' }).click()
  await expect(gallery.tiles).toHaveCount(2)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(gallery.tiles).toHaveCount(4)
  await expect(gallery.bar).toHaveCount(0)
})

test('Compare is for two to four, and says so', async ({ page }) => {
  const gallery = await open(page)
  await gallery.choose('amber')
  const compare = gallery.bar.getByRole('button', { name: 'Compare' })
  await expect(compare).toHaveAttribute('aria-disabled', 'true')
  await expect(compare).toHaveAccessibleDescription('Choose two to four clips to compare')
  await gallery.tile('birch').click()
  const link = gallery.bar.getByRole('link', { name: 'Compare' })
  await expect(link).toHaveAttribute('href', /^\/compare\?ids=[0-9a-f-]{36},[0-9a-f-]{36}$/)
})

test('a clip that comes in while somebody chooses waits for a press', async ({ page }) => {
  const gallery = await open(page)
  await gallery.choose('amber')
  const before = await gallery.tile('amber').boundingBox()
  await makeClips([`${word} elder`])
  const news = page.getByRole('button', { name: '1 new clip' })
  await expect(news).toBeVisible({ timeout: 20_000 })
  expect(await gallery.tile('amber').boundingBox()).toEqual(before)
  await news.click()
  await expect(gallery.tile('elder')).toBeVisible()
})
