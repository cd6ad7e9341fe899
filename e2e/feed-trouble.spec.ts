import { Feed } from './support/feed'
import { slowly } from './support/slowly'
import { expect, expectComplaints, test } from './support/test'

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
