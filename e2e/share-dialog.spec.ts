import { test } from './support/fresh-app'
import { expect } from './support/test'

test('the dialog makes a link, copies it, and takes it back', async ({ page, app, browser }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`/tasks/${app.clips.finished.id}`)
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Share this clip' })
  await expect(dialog.getByText('This link opens on this machine only')).toBeVisible()
  const name = `For the client ${Date.now()}`
  await dialog.getByRole('textbox', { name: 'Caption' }).fill(name)
  await dialog.getByRole('checkbox', { name: 'Allow download' }).check()
  await dialog.getByRole('radio', { name: 'in 1 week' }).check()
  await dialog.getByRole('button', { name: 'Make link' }).click()
  const link = dialog.getByRole('listitem').filter({ hasText: name })
  await expect(link).toContainText('download · until')
  await link.getByRole('button', { name: 'Copy' }).click()
  await expect(link.getByRole('status')).toHaveText('Link copied')
  const url = await page.evaluate(() => navigator.clipboard.readText())

  const stranger = await browser.newPage()
  await stranger.goto(url)
  await expect(stranger).toHaveTitle(name)
  await link.getByRole('button', { name: `Take back the link “${name}”` }).click()
  await link.getByRole('button', { name: 'Take back', exact: true }).click()
  await expect(link).toHaveCount(0)
  expect((await stranger.reload())?.status()).toBe(404)
  await stranger.close()
})
