import { apiKey } from './support/addresses'
import { Feed } from './support/feed'
import { simulator } from './support/simulator'
import { slowly } from './support/slowly'
import { expect, test } from './support/test'

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
