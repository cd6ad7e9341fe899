import type { Page } from '@playwright/test'
import { themeCookie } from '@/lib/client/theme'
import type { Media, MediaList } from '@/lib/schemas/media'
import { findings } from './support/axe'
import { test } from './support/fresh-app'
import { outOfReach } from './support/reach'
import { expect } from './support/test'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const timeOf = (page: Page) =>
  page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime)

/** Posts a note by its keys alone. */
async function say(page: Page, words: string): Promise<void> {
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listitem').filter({ hasText: words })).toBeVisible()
  await page.keyboard.press('Escape')
}

test('notes: pinned by keys to a frame and to the loop range, passed, done and deleted', async ({
  page,
  app,
}) => {
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname))
  await page.goto(`/tasks/${app.clips.finished.id}`)
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
  await say(page, 'At the very beginning')
  expect(fetched.filter((path) => path.endsWith('/video'))).toEqual([])

  const first = page.getByRole('listitem').filter({ hasText: 'At the very beginning' })
  await first.getByRole('button', { name: 'Go to 0:00f00' }).click()
  await expect(first).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => timeOf(page)).toBeGreaterThan(1.9)
  await expect(first).not.toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('i')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('o')
  await say(page, 'All of this is too fast')
  const range = page.getByRole('listitem').filter({ hasText: 'All of this is too fast' })
  await expect(range.getByRole('button', { name: /^Go to 0:02f0/ })).toContainText('–0:03f0')
  await expect(range).toHaveAttribute('aria-current', 'true')
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const deck = {
    play: button('Play (Space)'),
    step: button('Frame forward'),
    loop: button(/^Loop$/),
    clear: button('Clear the loop range'),
    frame: button('Use this frame'),
    speed: button(/^Speed/),
    sound: button('Sound'),
    full: button('Full screen'),
  }
  expect(await outOfReach(page, deck)).toEqual([])
  await page.keyboard.press('Shift+I')

  await page
    .getByRole('group', { name: 'Notes on the timeline' })
    .getByRole('button')
    .first()
    .click()
  await expect.poll(() => timeOf(page)).toBeLessThan(0.1)

  await range.hover()
  await range.getByRole('button', { name: 'Done', exact: true }).click()
  await expect(range).toContainText('done')
  await range.getByRole('button', { name: 'More about this note' }).click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  await page.getByRole('textbox', { name: 'Note' }).first().fill('All of this is too slow')
  await page.keyboard.press('Enter')
  await page.reload()
  const changed = page.getByRole('listitem').filter({ hasText: 'All of this is too slow' })
  await expect(changed).toContainText('done')
  for (const row of [changed, first]) {
    await row.hover()
    await row.getByRole('button', { name: 'More about this note' }).click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await expect(row).toHaveCount(0)
  }
})

test('the frame on screen becomes material, and starts a new clip', async ({ page, app }) => {
  const { id } = app.clips.finished
  await page.goto(`/tasks/${id}`)
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await page.keyboard.press('k')
  await expect(page.locator('video')).toBeVisible()
  const answered = page.waitForResponse((response) => response.url().endsWith(`${id}/media`))
  await page.getByRole('button', { name: 'Use this frame' }).click()
  const media = (await (await answered).json()) as Media
  expect(media).toMatchObject({ kind: 'image', origin: 'frame', made_from: { task: id } })
  await page.getByRole('button', { name: 'Start from it' }).click()
  await expect(page).toHaveURL('/')
  await expect(page.getByRole('form')).toContainText(`First${media.width} × ${media.height}`)
  const { data } = (await (await page.request.get('/api/media')).json()) as MediaList
  expect(data.map((one) => one.id)).toContain(media.id)
})

test('over the gallery: opened, walked through, closed, and the focus is where one left', async ({
  page,
  app,
}) => {
  await page.goto('/gallery')
  const { id } = app.clips.finished
  const tile = page.locator(`#content a[href="/tasks/${id}"]`)
  await tile.click()
  const sheet = page.getByRole('dialog', { name: /^Task:/ })
  const facts = sheet.getByRole('complementary', { name: 'Facts' })
  await expect(sheet).toBeVisible()
  await expect(page).toHaveURL(`/tasks/${id}`)
  await expect(sheet).toContainText(/\d of 3/)
  await page.keyboard.press(']')
  await expect(page).not.toHaveURL(`/tasks/${id}`)
  await expect(facts).toContainText('Waves fold')
  await page.keyboard.press('[')
  await expect(page).toHaveURL(`/tasks/${id}`)
  await expect(facts).toContainText('Mist over a lake')
  await page.keyboard.press('n')
  await expect(sheet.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await expect(page).toHaveURL('/gallery')
  await expect(tile).toBeFocused()

  await page.keyboard.press('Enter')
  await expect(sheet).toBeVisible()
  await page.goBack()
  await expect(sheet).toHaveCount(0)
  await page.goForward()
  await expect(sheet).toBeVisible()
  await page.reload()
  await expect(page.getByRole('main').getByRole('link', { name: 'Studio' })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page).toHaveTitle(/^Mist over a lake/)
  await page.keyboard.press(']')
  await expect(page).toHaveTitle(/^Waves fold/)
})

test('tags and title are kept', async ({ page, app }) => {
  await page.goto(`/tasks/${app.clips.finished.id}`)
  const facts = page.getByRole('complementary', { name: 'Facts' })
  const saved = () =>
    page.waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.ok())
  await facts.getByRole('textbox', { name: 'Add a tag' }).fill('Dawn')
  await Promise.all([saved(), page.keyboard.press('Enter')])
  await expect(facts.getByRole('button', { name: 'Remove dawn' })).toBeVisible()
  await page.getByRole('button', { name: 'Rename' }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('Lake')
  await Promise.all([saved(), page.keyboard.press('Enter')])
  await expect(page.getByRole('heading', { level: 1, name: 'Lake' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Lake' })).toBeVisible()
  await page.getByRole('button', { name: 'Rename' }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('')
  await page.keyboard.press('Enter')
  await facts.getByRole('button', { name: 'Remove dawn' }).click()
  await expect(facts.getByRole('button', { name: 'Remove dawn' })).toHaveCount(0)
})

for (const width of [1440, 390]) {
  test(`axe finds nothing on a task's page, ${width} px`, async ({ page, app }) => {
    test.slow()
    await page.setViewportSize({ width, height: 900 })
    await page.context().addCookies([{ name: themeCookie, value: 'light', url: app.url }])
    const found: string[] = []
    for (const [state, { id }] of Object.entries(app.clips)) {
      await page.goto(`/tasks/${id}`)
      await expect(page.getByRole('complementary', { name: 'Facts' })).toContainText(
        'Not made from',
      )
      if (state === 'finished') await say(page, 'Somebody said this')
      found.push(...(await findings(page, state)))
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (wide > 0) found.push(`${state}: ${wide} px too wide`)
    }
    await page.goto('/gallery')
    await page.locator(`#content a[href="/tasks/${app.clips.finished.id}"]`).click()
    await expect(page.getByRole('dialog')).toContainText('Not made from')
    found.push(...(await findings(page, 'over the gallery')))
    expect(found).toEqual([])
  })
}
