import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { password } from './team-app'

export type RoleName = 'Admin' | 'Creator' | 'Viewer'

export const emailOf = (name: string) => `${name.toLowerCase()}@team.example`

/** A browser of its own, signed in nowhere. */
export async function stranger(browser: Browser, url: string): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ baseURL: url })
  return context.newPage()
}

/** Opens a link to join and fills its form. */
export async function joinBy(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('E-mail').fill(emailOf(name))
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Join' }).click()
  await page.waitForURL((url) => url.pathname === '/')
}

/** Fills the form of the sign-in page that is open. */
export async function signIn(page: Page, name: string, word = password): Promise<void> {
  await page.getByLabel('E-mail').fill(emailOf(name))
  await page.getByLabel('Password', { exact: true }).fill(word)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Makes an invitation in the settings; returns its link. */
export async function invite(page: Page, name: string, role: RoleName): Promise<string> {
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Invite' }).click()
  await page.getByLabel('For whom').fill(name)
  await page.getByRole('radio', { name: role }).check()
  await page.getByRole('button', { name: 'Make a link' }).click()
  const link = page.getByLabel('Link to join')
  await expect(link).toHaveValue(/\/join\/[\w-]{22,}$/)
  const url = await link.inputValue()
  await page.getByRole('button', { name: 'Done' }).click()
  return url
}
