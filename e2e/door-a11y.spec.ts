import type { Page } from '@playwright/test'
import { locales, type Locale } from '@/lib/client/locale'
import { madeInvitationSchema } from '@/lib/schemas/member'
import { findings } from './support/axe'
import { wideWhenNarrow } from './support/narrow'
import { speak, themeOf } from './support/speak'
import { expect, test, type TeamApp } from './support/team-app'

// Under reduced motion colours do not fade, so that axe measures them as they end.
test.use({ contextOptions: { reducedMotion: 'reduce' } })
test.describe.configure({ timeout: 180_000 })

async function linkOf(page: Page): Promise<string> {
  const data = { role: 'viewer', name: 'Noor' }
  const answer = await page.request.post('/api/invitations', { data })
  return madeInvitationSchema.parse(await answer.json()).url
}

/** The states of the door, for a stranger; each stops by name. */
async function* doorStates(page: Page, link: string): AsyncGenerator<string> {
  const submit = page.locator('button[type=submit]')
  await page.goto('/sign-in')
  yield 'sign in'
  await submit.click()
  await expect(page.locator('[aria-invalid=true]')).toHaveCount(2)
  yield 'sign in with nothing'
  await page.goto('/sign-in?error=email_not_verified')
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toBeVisible()
  yield 'refused by the company'
  await page.goto(link)
  yield 'join'
  await submit.click()
  await expect(page.locator('[aria-invalid=true]')).toHaveCount(2)
  yield 'join with nothing'
  await page.goto('/join/unknown')
  yield 'a link that does not work'
}

/** The states of the settings, for an admin. */
async function* settingsStates(page: Page): AsyncGenerator<string> {
  const dialog = page.getByRole('dialog')
  await page.goto('/settings')
  await expect(page.getByRole('combobox').first()).toBeVisible()
  yield 'team'
  await page.locator('section').last().locator('button').first().click()
  await expect(dialog.locator('input').first()).toBeFocused()
  yield 'inviting'
  await dialog.locator('button[type=submit]').click()
  await expect(dialog.locator('input[readonly]')).toBeVisible()
  yield 'a link was made'
  await page.keyboard.press('Escape')
  await page.locator('[aria-haspopup=menu]').last().click()
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  yield 'menu of a member'
  await page.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  yield 'removing'
  await page.keyboard.press('Escape')
  await page.goto('/settings/account')
  yield 'account'
  await page.locator('form').nth(1).locator('button[type=submit]').click()
  await expect(page.locator('[aria-invalid=true]')).toHaveCount(2)
  yield 'account with nothing'
  await page.locator('header [popovertarget]').last().click()
  await expect(page.locator(':popover-open input[type=radio]').first()).toBeVisible()
  yield 'account menu'
}

async function* allStates(page: Page, admin: Page, team: TeamApp, locale: Locale) {
  await speak(page.context(), team.url, locale)
  await speak(admin.context(), team.url, locale)
  const link = await linkOf(admin)
  for await (const state of doorStates(page, link)) yield { state, page }
  for await (const state of settingsStates(admin)) yield { state, page: admin }
}

for (const locale of locales) {
  for (const width of [1440, 390]) {
    const how = `${locale}, ${themeOf[locale]}, ${width} px`
    test(`axe finds nothing at the door and in the settings, nor what is too wide, ${how}`, async ({
      page,
      team,
    }) => {
      const admin = await (await team.as('admin')).newPage()
      await team.join('viewer', 'Jonas')
      await page.setViewportSize({ width, height: 900 })
      await admin.setViewportSize({ width, height: 900 })
      const found: string[] = []
      for await (const { state, page: shown } of allStates(page, admin, team, locale)) {
        found.push(...(await findings(shown, state)))
        if (width === 390) found.push(...(await wideWhenNarrow(shown, state)))
      }
      expect(found).toEqual([])
    })
  }
}
