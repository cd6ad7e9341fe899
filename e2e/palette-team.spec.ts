import type { BrowserContext, Page } from '@playwright/test'
import { expect, test } from './support/team-app'

async function open(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.goto('/assets')
  await expect(async () => {
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('combobox')).toBeFocused({ timeout: 1_000 })
  }).toPass()
  return page
}

test('offers each member what their role may do', async ({ team }) => {
  const name = (word: string) => ({ name: new RegExp(`^${word}`) })

  const viewer = await open(await team.as('viewer'))
  await expect(viewer.getByRole('option', name('Keys of this page'))).toBeVisible()
  for (const word of ['New draft', 'Switch model', 'Invite somebody']) {
    await expect(viewer.getByRole('option', name(word))).toHaveCount(0)
  }

  const admin = await open(await team.as('admin'))
  await expect(admin.getByRole('option', name('New draft'))).toHaveCount(1)
  await admin.getByRole('combobox').fill('invite')
  await admin.keyboard.press('Enter')
  await expect(admin).toHaveURL(/\/settings$/)
  await expect(admin.getByRole('dialog', { name: 'Invite somebody' })).toBeVisible()
})

test('signs out', async ({ team }) => {
  const page = await open(await team.join('creator', 'leaver'))
  await page.getByRole('combobox').fill('sign out')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/sign-in/)
})
