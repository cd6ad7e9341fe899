import { readFile } from 'node:fs/promises'
import { expectPlaying } from './support/playing'
import { simulator } from './support/simulator'
import { expect, test } from './support/test'

test('a prompt becomes a clip that plays, downloads, and is there again after everything closed', async ({
  studio,
  page,
  context,
}) => {
  const prompt = `Mist over a valley ${Date.now()}`
  await studio.make(prompt)
  const card = await studio.completed(prompt)
  expect(await simulator.creates(prompt)).toEqual([
    { model: 'seedance2.0-mini', prompt, duration: 5, ratio: '16:9', resolution: '720p' },
  ])

  await card.hover()
  await card.getByRole('button', { name: 'Play' }).click()
  await expectPlaying(card.locator('video'))

  await page.keyboard.press('Escape')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    card.getByRole('link', { name: 'Download' }).click({ force: true }),
  ])
  expect(download.suggestedFilename()).toMatch(/\.mp4$/)
  const file = await readFile(await download.path())
  expect(file.subarray(4, 8).toString()).toBe('ftyp')

  const later = await context.newPage()
  await page.close()
  await later.goto('/')
  await later.getByRole('link', { name: prompt }).click()
  await expect(later).toHaveURL(/\/tasks\//)
  await expect(later.getByRole('heading', { name: prompt })).toBeVisible()
  await later.getByRole('button', { name: 'Play' }).first().click()
  await expectPlaying(later.locator('video'))
})

test('no byte of video is fetched before someone asks', async ({ studio, page }) => {
  const prompt = `Nobody looks ${Date.now()}`
  const videos: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/video')) videos.push(request.url())
  })
  await studio.make(prompt)
  await studio.completed(prompt)
  await page.reload()
  await studio.completed(prompt)
  expect(videos).toEqual([])
})
