import type { Locator, Page } from '@playwright/test'
import { Feed } from './support/feed'
import { simulator } from './support/simulator'
import type { Studio } from './support/studio'
import { expect, test } from './support/test'

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
