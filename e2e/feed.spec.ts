import type { Locator, Page } from '@playwright/test'
import { apiKey } from './support/addresses'
import { Feed } from './support/feed'
import { simulator } from './support/simulator'
import type { Studio } from './support/studio'
import { expect, expectComplaints, test } from './support/test'

/** Makes the task take so long that no machine, however busy, misses the middle of it. */
function slowly(prompt: string): Promise<void> {
  return simulator.fault(
    { kind: 'slow', factor: 30 },
    { match: { prompt_includes: prompt }, times: 1 },
  )
}

test('a running task says how far it is and for how long; one that ends leaves Running', async ({
  studio,
  page,
}) => {
  const stamp = Date.now()
  const [slow, quick] = [`Slow boat ${stamp}`, `Quick boat ${stamp}`]
  const feed = new Feed(page)
  await slowly(slow)
  await studio.make(slow)
  await studio.make(quick)
  await feed.show('Running')
  await expect(page).toHaveURL(/\?show=running$/)
  const card = page.getByRole('article', { name: `Generating: ${slow}` })
  const bar = card.getByRole('progressbar', { name: 'Generating' })
  const percent = async () => Number(await bar.getAttribute('aria-valuenow'))
  const timer = card.getByRole('timer')
  await expect(timer).toHaveText(/^\d+:\d\d$/)
  const [early, since] = [await percent(), await timer.innerText()]
  await expect(card).toContainText(/\d+\s*%/)
  await expect.poll(percent).toBeGreaterThan(early)
  await expect(timer).not.toHaveText(since)

  await expect(studio.card(quick)).toHaveCount(0)
  await expect(card).toBeVisible()
  await feed.show('All')
  await studio.completed(quick)
  await expect(card).toBeVisible()
})

test('a task that moderation stopped says what to do, and waits under Needs you', async ({
  studio,
  page,
}) => {
  const prompt = `sim:moderation ${Date.now()}`
  const feed = new Feed(page)
  await studio.make(prompt)
  const card = page.getByRole('article', { name: `Failed: ${prompt}` })
  await expect(card.getByRole('heading', { name: 'Refused by moderation' })).toBeVisible()
  await expect(card).toContainText('Change the prompt or the references.')
  await expect(card).toContainText(/You were not charged\.|did not say whether this was charged\./)
  await expect(card).toContainText('A new try costs 0.25.')

  await feed.show('Needs you')
  await expect(card).toBeVisible()
  await page.reload()
  await expect(card).toBeVisible()
  await feed.show('Running')
  await expect(card).toHaveCount(0)
})

test.describe('an unconfirmed task', () => {
  /** The gateway takes and charges it, and its answer never comes. */
  async function doubtful(studio: Studio, page: Page, prompt: string): Promise<Locator> {
    await simulator.fault(
      { kind: 'drop_reply', after_charge: true },
      { match: { prompt_includes: prompt, method: 'POST' }, times: 1 },
    )
    await studio.make(prompt)
    const card = page.getByRole('article', { name: `Unconfirmed: ${prompt}` })
    await expect(card).toContainText(/Sent \d\d:\d\d:\d\d\. The reply never came/)
    await expect(card).toContainText(/Key spend went [\d.]+ → [\d.]+/)
    return card
  }

  test('is linked to the id that the gateway shows', async ({ studio, page }) => {
    const prompt = `Linked by hand ${Date.now()}`
    const card = await doubtful(studio, page, prompt)
    await new Feed(page).show('Needs you')
    await card.getByRole('button', { name: 'Link task id' }).click()
    const dialog = page.getByRole('dialog', { name: 'Link a task id' })
    const link = dialog.getByRole('button', { name: 'Link', exact: true })
    await expect(link).toBeDisabled()
    const [id = ''] = await simulator.taskIds(prompt)
    await dialog.getByRole('textbox', { name: 'Task id' }).fill(` ${id} `)
    await link.click()
    await expect(dialog).toBeHidden()
    await expect(studio.card(prompt)).toHaveCount(0)
    await new Feed(page).show('All')
    await studio.completed(prompt)
    expect(await simulator.creates(prompt)).toHaveLength(1)
  })

  test('is written off', async ({ studio, page }) => {
    const prompt = `Given up ${Date.now()}`
    const card = await doubtful(studio, page, prompt)
    await card.getByRole('button', { name: 'Write off' }).click()
    const dialog = page.getByRole('dialog', { name: 'Write this task off' })
    await dialog.getByRole('button', { name: 'Write off' }).click()
    const failed = page.getByRole('article', { name: `Failed: ${prompt}` })
    await expect(failed.getByRole('heading', { name: 'Written off' })).toBeVisible()
    await expect(failed).toContainText('The gateway did not say whether this was charged.')
    expect(await simulator.creates(prompt)).toHaveLength(1)
  })

  test('is sent again only after asking twice', async ({ studio, page }) => {
    const prompt = `Once more ${Date.now()}`
    const card = await doubtful(studio, page, prompt)
    const dialog = page.getByRole('dialog', { name: 'Send it again' })
    const again = dialog.getByRole('button', { name: 'Send again' })
    const sure = dialog.getByRole('checkbox', { name: /charged twice \(0\.25 each\)/ })

    await card.getByRole('button', { name: 'Send again…' }).click()
    await expect(again).toBeDisabled()
    await sure.check()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(dialog).toBeHidden()
    expect(await simulator.creates(prompt)).toHaveLength(1)

    await card.getByRole('button', { name: 'Send again…' }).click()
    await expect(again).toBeDisabled()
    await sure.check()
    await again.click()
    await studio.completed(prompt)
    expect(await simulator.creates(prompt)).toHaveLength(2)
  })
})

test('a favourite stays one; a hidden clip comes back with Undo, else it is gone', async ({
  studio,
  page,
}) => {
  const prompt = `Best of all ${Date.now()}`
  const feed = new Feed(page)
  await studio.make(prompt)
  const card = await studio.completed(prompt)
  await card.hover()
  await card.getByRole('button', { name: 'Favourite', exact: true }).click()
  const unfavourite = card.getByRole('button', { name: 'Remove from favourites' })
  await expect(unfavourite).toBeVisible()
  await page.reload()
  await studio.ready()
  await card.hover()
  await expect(unfavourite).toBeVisible()

  await feed.more(card, 'Hide')
  await expect(card).toHaveCount(0)
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect(card).toBeVisible()
  await feed.more(card, 'Hide')
  await expect(page.getByText('Hidden from the feed')).toBeVisible()
  await page.reload()
  await expect(studio.generate).toBeVisible()
  await expect(card).toHaveCount(0)
})

test('the search narrows the feed, stays in the address, and says when it finds nothing', async ({
  studio,
  page,
}) => {
  const stamp = Date.now()
  const [wanted, other] = [`Heron ${stamp}`, `Otter ${stamp}`]
  const feed = new Feed(page)
  await studio.make(wanted)
  await studio.make(other)
  await feed.find(`heron ${stamp}`)
  await expect(studio.card(other)).toHaveCount(0)
  await expect(studio.card(wanted)).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`q=heron\\+${stamp}`))
  await page.reload()
  await studio.ready()
  await expect(studio.card(wanted)).toBeVisible()
  await expect(studio.card(other)).toHaveCount(0)

  await feed.find(`walrus ${stamp}`)
  await expect(feed.pane).toContainText(`Nothing matches “walrus ${stamp}”`)
  await feed.search.press('Escape')
  await expect(studio.card(wanted)).toBeVisible()
  await expect(studio.card(other)).toBeVisible()
  await expect(page).toHaveURL(/\/$/)
})

test('a long prompt opens in place; prompt and request can be copied, the key never', async ({
  studio,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
  const feed = new Feed(page)
  const prompt = `It's long ${Date.now()}: ${'reeds bend in the wind, '.repeat(20)}the end`
  await studio.make(prompt)
  const card = await studio.completed(prompt)

  await card.hover()
  const words = card.getByRole('link', { name: prompt })
  const folded = (await words.boundingBox())?.height ?? 0
  await card.getByRole('button', { name: 'Show all' }).click()
  await expect.poll(async () => (await words.boundingBox())?.height).toBeGreaterThan(folded * 1.5)
  await card.getByRole('button', { name: 'Show less' }).click()
  await expect.poll(async () => (await words.boundingBox())?.height).toBe(folded)

  await feed.more(card, 'Copy prompt')
  await expect(page.getByText('Prompt copied')).toBeVisible()
  expect(await clipboard()).toBe(prompt)

  await feed.more(card, 'Copy as cURL')
  await expect(page.getByText('Request copied, without the key')).toBeVisible()
  const command = await clipboard()
  expect(command).not.toContain(apiKey)
  expect(command).toContain('Bearer $SEEDANCE_API_KEY')
  const [, body = ''] = /--data-raw '([\s\S]*)'$/.exec(command) ?? []
  expect([JSON.parse(body.replaceAll(`'\\''`, `'`))]).toEqual(await simulator.creates(prompt))
})

test('each change of state is announced once', async ({ studio, page }) => {
  const prompt = `Said aloud ${Date.now()}`
  await page.evaluate(() => {
    Object.assign(window, { announced: [] as string[] })
    new MutationObserver((mutations) => {
      for (const { target } of mutations) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest(
          '[role=status]',
        )
        if (region?.textContent) window.announced.push(region.textContent)
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true })
  })
  await studio.make(prompt)
  await studio.completed(prompt)
  const announced = async () =>
    (await page.evaluate(() => window.announced)).filter((text) => text.includes(prompt))
  await expect.poll(announced).toContain(`Completed: ${prompt}`)
  const said = await announced()
  expect(said.at(-1)).toBe(`Completed: ${prompt}`)
  expect(new Set(said).size).toBe(said.length)
})

test('what ended while nobody looked is counted in the title until somebody does', async ({
  page,
  studio,
}) => {
  await page.clock.install()
  await page.addInitScript(() => {
    window.away = false
    Object.defineProperty(document, 'visibilityState', {
      get: () => (window.away ? 'hidden' : 'visible'),
    })
  })
  const look = (away: boolean) =>
    page.evaluate((value) => {
      window.away = value
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    }, away)
  await studio.open()
  const title = await page.title()
  await studio.make(`Out of sight ${Date.now()}`)
  await look(true)
  await expect(async () => {
    await page.clock.fastForward(15_000)
    await expect(page).toHaveTitle(/^\(\d+\) /, { timeout: 500 })
  }).toPass()
  await look(false)
  await expect(page).toHaveTitle(title)
})

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

test('a list that cannot be read says so, and can be tried again', async ({
  studio,
  page,
  complaints,
}) => {
  const prompt = `Unread ${Date.now()}`
  const feed = new Feed(page)
  await studio.make(prompt)
  await studio.completed(prompt)
  const search = (url: URL) => url.pathname === '/api/tasks' && url.searchParams.has('q')
  await page.route(search, (route) => route.fulfill({ status: 500, body: 'oops' }))
  await feed.find(prompt)
  await expect(feed.pane).toContainText('The clips could not be read')
  await page.unroute(search)
  await feed.pane.getByRole('button', { name: 'Try again' }).click()
  await expect(studio.card(prompt)).toBeVisible()
  await expect(feed.pane).not.toContainText('The clips could not be read')
  expectComplaints(complaints, /500/)
})

test('while the server does not answer, what is on screen stays and is called old', async ({
  studio,
  page,
  complaints,
}) => {
  const prompt = `While away ${Date.now()}`
  const feed = new Feed(page)
  await slowly(prompt)
  await studio.make(prompt)
  await expect(page.getByRole('article', { name: `Generating: ${prompt}` })).toBeVisible()
  await page.route('**/api/tasks/updates?*', (route) => route.abort('connectionrefused'))
  const stale = feed.pane.getByRole('status').filter({ hasText: 'The server does not answer.' })
  await expect(stale).toContainText('What you see may be old.')
  await expect(studio.card(prompt)).toBeVisible()
  await page.unroute('**/api/tasks/updates?*')
  await stale.getByRole('button', { name: 'Try again' }).click()
  await expect(stale).toHaveCount(0)
  await expect(studio.card(prompt)).toBeVisible()
  expectComplaints(complaints, /net::ERR_CONNECTION_REFUSED/)
})

declare global {
  interface Window {
    announced: string[]
    away: boolean
  }
}
