import type { Page } from '@playwright/test'
import { emailOf, stranger } from './support/accounts'
import { Studio } from './support/studio'
import { tabTo } from './support/tab-to'
import { expect, password, test } from './support/team-app'

test('invite, join, sign in, generate, compare and share by keyboard alone', async ({
  browser,
  team,
}, info) => {
  test.setTimeout(120_000)
  const admin = await (await team.as('admin')).newPage()
  await admin.goto('/settings')
  await tabTo(admin, /^Invite/)
  await admin.keyboard.press('Enter')
  await expect(admin.getByLabel('For whom')).toBeFocused()
  const name = `Kim${info.parallelIndex}${info.retry}`
  await admin.keyboard.type(name)
  // Creator is chosen already; the arrows of the group go to another role and back.
  await admin.keyboard.press('Tab')
  await admin.keyboard.press('ArrowDown')
  await admin.keyboard.press('ArrowUp')
  await expect(admin.getByRole('radio', { name: 'Creator' })).toBeChecked()
  await admin.keyboard.press('Enter')
  await expect(admin.getByRole('button', { name: 'Copy' })).toBeFocused()
  const link = await admin.getByLabel('Link to join').inputValue()

  const page = await stranger(browser, team.url)
  await page.goto(link)
  await tabTo(page, /Your name$/)
  await expect(page.getByLabel('Your name')).toHaveValue(name)
  await enter(page, name, team.url)

  const studio = new Studio(page)
  await studio.ready()
  await tabTo(page, /^Your account/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^Sign out/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/sign-in$/)
  await enter(page, name, team.url)

  await studio.ready()
  const prompt = `By keyboard ${name}`
  await tabTo(page, /^Prompt/)
  await page.keyboard.type(prompt)
  await tabTo(page, /^1$/)
  await page.keyboard.press('ArrowRight')
  await expect(studio.generate).toHaveText(/^Generate 2/)
  await page.keyboard.press('Control+Enter')
  const card = page.getByRole('article', { name: `2 takes: ${prompt}` })
  await expect(card.getByRole('button', { name: 'Play' })).toHaveCount(2, {
    timeout: 45_000,
  })

  await compare(page, prompt)
  await share(page)
})

/** From the door into the studio. */
async function enter(page: Page, name: string, url: string): Promise<void> {
  await tabTo(page, /E-mail$/)
  await page.keyboard.type(emailOf(name))
  await tabTo(page, /Password$/)
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await page.waitForURL(`${url}/`)
}

/** From the card of both takes to the better one. */
async function compare(page: Page, prompt: string): Promise<void> {
  await tabTo(page, /^Compare/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/compare\?group=/)
  const stage = page.getByRole('group', { name: 'Player' })
  await expect(stage).toHaveAttribute('aria-busy', 'false')
  await page.keyboard.press('Space')
  const playing = () =>
    stage
      .locator('video')
      .evaluateAll((videos: HTMLVideoElement[]) => videos.map(({ paused }) => !paused))
  await expect.poll(playing).toEqual([true, true])
  await tabTo(page, /^Pick A/)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Picked by/)).toBeVisible()
  await page.keyboard.press('Escape')
  await page.waitForURL((url) => url.pathname === '/')
  await expect(page.getByRole('article', { name: `2 takes: ${prompt}` })).toBeVisible()
}

/** From the card to a link that opens without an account. */
async function share(page: Page): Promise<void> {
  await tabTo(page, /^By keyboard/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/tasks\//)
  await tabTo(page, /^Share$/)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Share this clip' })
  await expect(dialog.getByRole('textbox', { name: 'Caption' })).toBeFocused()
  await page.keyboard.type('For the client')
  await tabTo(page, /^Allow download$/)
  await page.keyboard.press('Space')
  await tabTo(page, /^Make link$/)
  await page.keyboard.press('Enter')
  const link = dialog.getByRole('listitem').filter({ hasText: 'For the client' })
  await expect(link).toContainText('download')
  await tabTo(page, /^Open the page$/)
  const opened = page.waitForEvent('popup')
  await page.keyboard.press('Enter')
  const shared = await opened
  await expect(shared).toHaveTitle('For the client')
  const playing = () => shared.locator('video').evaluate((video: HTMLVideoElement) => !video.paused)
  await expect(async () => {
    // A page that is not alive yet does not hear it.
    await shared.keyboard.press('Space')
    await expect.poll(playing, { timeout: 3_000 }).toBe(true)
  }).toPass()
}
