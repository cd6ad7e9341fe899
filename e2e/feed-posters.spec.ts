import { expect, test } from './support/test'

test('posters load, and only the clip that was asked for holds a video', async ({
  studio,
  composer,
  page,
}) => {
  const prompt = `Five of a kind ${Date.now()}`
  await studio.make(`${prompt}, alone`)
  await composer.choose(composer.takes, '4')
  await studio.prompt.fill(`${prompt}, together`)
  await studio.generate.click()
  const cards = studio.card(prompt)
  const plays = cards.getByRole('button', { name: 'Play', exact: true })
  await expect(plays).toHaveCount(5, { timeout: 45_000 })
  const pictures = cards.locator('img')
  await expect(pictures).toHaveCount(5)
  for (const picture of await pictures.all()) {
    await picture.scrollIntoViewIfNeeded()
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0)
  }

  const videos = page.locator('video[src]')
  await expect(videos).toHaveCount(0)
  for (let nth = 0; nth < 5; nth += 1) {
    // The one that plays has no Play button of this name: the first left is always another.
    const frame = cards.getByRole('button', { name: 'Play', exact: true }).nth(nth === 0 ? 0 : 1)
    await frame.focus()
    await frame.click()
    await expect(videos).toHaveCount(1)
    await expect(cards.getByRole('group', { name: 'Player' })).toHaveCount(1)
  }
})

test('where the server has no poster, the browser that plays the clip hands one in, once', async ({
  studio,
  page,
}) => {
  const prompt = `No poster yet ${Date.now()}`
  // As from a server without ffmpeg.
  const lists = ({ pathname }: URL) => /^\/api\/tasks(\/updates)?$/.test(pathname)
  await page.route(lists, async (route) => {
    if (route.request().method() !== 'GET') return route.continue()
    const response = await route.fetch()
    const json: unknown = await response.json()
    await route.fulfill({
      response,
      json: JSON.parse(JSON.stringify(json, (key, value) => (key === 'poster_url' ? null : value))),
    })
  })
  await page.route('**/api/tasks/*/poster', (route) => route.fulfill({ status: 204 }))
  await studio.make(prompt)
  const card = await studio.completed(prompt)
  await expect(card.locator('img')).toHaveCount(0)

  const handed = page.waitForRequest((request) => request.method() === 'PUT')
  await card.getByRole('button', { name: 'Play' }).click()
  const request = await handed
  expect(new URL(request.url()).pathname).toMatch(/^\/api\/tasks\/[0-9a-f-]{36}\/poster$/)
  const jpeg = request.postDataBuffer()
  expect(jpeg?.subarray(0, 3).toString('hex')).toBe('ffd8ff')
  expect(jpeg?.length).toBeGreaterThan(5_000)
})
