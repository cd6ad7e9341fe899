import type { Page } from '@playwright/test'
import { taskListSchema } from '@/lib/schemas/task'
import { emailOf, invite, joinBy, signIn, stranger } from './support/accounts'
import { expectPlaying } from './support/playing'
import { Studio } from './support/studio'
import { tabTo } from './support/tab-to'
import { expect, password, startTeam, test } from './support/team-app'

test.describe.configure({ timeout: 180_000 })

test('a team from its first admin to a member who leaves', async ({ browser }, info) => {
  const { url, server } = await startTeam(30 + info.parallelIndex)
  try {
    const [admin, creator, viewer] = await Promise.all([
      stranger(browser, url),
      stranger(browser, url),
      stranger(browser, url),
    ])
    const prompt = `Lanterns drift over the lake ${info.parallelIndex}`

    await test.step('the printed link makes the first admin', async () => {
      await admin.goto('/gallery')
      await expect(admin).toHaveURL(`${url}/sign-in?next=%2Fgallery`)
      const link = /Make the first admin: (\S+)/.exec(server.output())?.[1] ?? ''
      await joinBy(admin, link, 'Ada')
      // It works once.
      await creator.goto(link)
      await expect(creator.getByRole('heading')).toHaveText('This link does not work')
    })

    await test.step('the admin invites a creator and a viewer', async () => {
      await joinBy(creator, await invite(admin, 'Mei', 'Creator'), 'Mei')
      await joinBy(viewer, await invite(admin, 'Jonas', 'Viewer'), 'Jonas')
      const roles = admin.getByRole('combobox', { name: /^Role of/ })
      await admin.goto('/settings')
      await expect(roles).toHaveCount(3)
    })

    await test.step('what the creator generates appears before the others by itself', async () => {
      await Promise.all([admin.goto('/'), viewer.goto('/')])
      const studio = new Studio(creator)
      await studio.ready()
      await studio.make(prompt)
      for (const page of [admin, viewer]) {
        const card = await new Studio(page).completed(prompt)
        await expect(card).toContainText('Mei')
      }
    })

    await test.step('the viewer watches, marks and comments', async () => {
      const card = new Studio(viewer).card(prompt)
      await card.hover()
      await card.getByRole('button', { name: 'Favourite' }).click()
      await expect(card.getByRole('button', { name: 'Remove from favourites' })).toBeAttached()
      await card.getByRole('button', { name: 'Play' }).click()
      await expectPlaying(card.locator('video'))
      await viewer.keyboard.press('Escape')
      // A favourite is one's own.
      await expect(new Studio(admin).card(prompt).getByText('Favourite')).toHaveCount(0)

      await card.getByRole('link', { name: prompt }).click()
      await viewer.getByRole('textbox', { name: 'Note' }).fill('Hold the last one longer')
      await viewer.keyboard.press('Enter')
      await expect(viewer.getByText('Hold the last one longer')).toBeVisible()
    })

    await test.step('but cannot generate, by form or by API', async () => {
      await viewer.goto('/')
      await expect(viewer.getByText('You look at the team’s clips here')).toBeVisible()
      await expect(viewer.getByRole('form')).toHaveCount(0)
      await expect(viewer.getByRole('button', { name: /^Generate|^Reuse/ })).toHaveCount(0)
      const before = await countTasks(viewer)
      const answers = await viewer.evaluate(async () => {
        const ask = async (method: string, path: string, body?: object) => {
          const headers = {
            'content-type': 'application/json',
            'idempotency-key': crypto.randomUUID(),
          }
          const init = { method, headers, body: body && JSON.stringify(body) }
          return (await fetch(path, init)).status
        }
        const list = await fetch('/api/tasks').then((response) => response.json())
        const input = { model: 'seedance2.0-mini', prompt: 'Mine', resolution: '480p' }
        return [
          await ask('POST', '/api/tasks', input),
          await ask('PATCH', `/api/tasks/${list.data[0].id}`, { title: 'Mine' }),
          await ask('DELETE', `/api/tasks/${list.data[0].id}`),
          await ask('POST', '/api/invitations', { role: 'admin' }),
        ]
      })
      expect(answers).toEqual([403, 403, 403, 403])
      expect(await countTasks(viewer)).toBe(before)
    })

    await test.step('removing the creator ends their session at once', async () => {
      const studio = new Studio(creator)
      await studio.prompt.fill('Half a thought')
      await admin.goto('/settings')
      await admin.getByRole('button', { name: 'More for Mei' }).click()
      await admin.getByRole('menuitem', { name: 'Remove from the team' }).click()
      await admin.getByRole('button', { name: 'Remove', exact: true }).click()
      await expect(admin.getByRole('button', { name: 'Restore Mei' })).toBeVisible()

      expect((await creator.request.get('/api/tasks')).status()).toBe(401)
      await studio.generate.click()
      const line = creator.getByRole('alert').filter({ hasText: 'You were signed out' })
      await expect(line).toBeVisible()
      await expect(studio.prompt).toHaveValue('Half a thought')
      await line.getByRole('link', { name: 'Sign in' }).click()
      await signIn(creator, 'Mei')
      await expect(creator.getByText('E-mail or password is not right.')).toBeVisible()
    })

    await test.step('who comes back finds what was typed', async () => {
      await admin.getByRole('button', { name: 'Restore Mei' }).click()
      await expect(admin.getByRole('button', { name: 'More for Mei' })).toBeVisible()
      await signIn(creator, 'Mei')
      await expect(new Studio(creator).prompt).toHaveValue('Half a thought')
    })
    // Here and not in a test of its own: attempts are counted by address too, and the tests share one.
    await test.step('attempts to sign in are limited, and the page says for how long', async () => {
      const name = 'Nobody'
      for (let attempt = 1; attempt <= 10; attempt += 1) {
        const data = { email: emailOf(name), password: `wrong ${attempt}` }
        const answer = await viewer.request.post('/api/auth/sign-in/email', { data })
        expect(answer.status()).toBe(401)
      }
      const page = await stranger(browser, url)
      await page.goto('/sign-in')
      await signIn(page, name)
      const alert = page.getByRole('alert').filter({ hasText: 'Too many attempts' })
      await expect(alert).toContainText(/Try again in \d+ minutes/)
    })
  } finally {
    await server.stop()
  }
})

test('invite, join, sign in and generate by keyboard alone', async ({ browser, team }, info) => {
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
  await tabTo(page, /E-mail$/)
  await page.keyboard.type(emailOf(name))
  await tabTo(page, /Password$/)
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await page.waitForURL(`${team.url}/`)

  const studio = new Studio(page)
  await studio.ready()
  await tabTo(page, /^Your account/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^Sign out/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/sign-in$/)
  await tabTo(page, /E-mail$/)
  await page.keyboard.type(emailOf(name))
  await tabTo(page, /Password$/)
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await page.waitForURL(`${team.url}/`)

  await studio.ready()
  const prompt = `By keyboard ${name}`
  await tabTo(page, /^Prompt/)
  await page.keyboard.type(prompt)
  await page.keyboard.press('Control+Enter')
  await studio.completed(prompt)
})

test('signing in leads to where one was going, and never elsewhere', async ({ browser, team }) => {
  const name = `Noor${crypto.randomUUID().slice(0, 8)}`
  await team.join('viewer', name)
  for (const [next, path] of [
    ['/assets?q=ridge', '/assets?q=ridge'],
    ['//elsewhere.example/', '/'],
    ['https://elsewhere.example/', '/'],
    ['/\\elsewhere.example', '/'],
  ] as const) {
    const page = await stranger(browser, team.url)
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
    await signIn(page, name)
    await expect(page).toHaveURL(`${team.url}${path}`)
    await page.context().close()
  }
})

test('an account is one’s own to change', async ({ browser, team }) => {
  const name = `Ravi${crypto.randomUUID().slice(0, 8)}`
  const page = await (await team.join('creator', name)).newPage()
  const other = await stranger(browser, team.url)
  await other.goto('/sign-in')
  await signIn(other, name)
  await expect(other).toHaveURL(`${team.url}/`)

  await page.goto('/settings/account')
  const sessions = page.getByRole('region', { name: 'Where you are signed in' })
  await expect(sessions.getByRole('listitem')).toHaveCount(2)
  await expect(sessions.getByText('this browser')).toHaveCount(1)

  await page.getByRole('textbox', { name: 'Name' }).fill(`${name} Rao`)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: `Your account: ${name} Rao` })).toBeVisible()

  const passwords = page.getByRole('form', { name: 'Password' })
  await passwords.getByLabel('Current password', { exact: true }).fill('not this one')
  await passwords.getByLabel('New password', { exact: true }).fill('a longer sentence')
  await passwords.getByRole('button', { name: 'Change password' }).click()
  await expect(passwords.getByText('This is not your password.')).toBeVisible()
  await passwords.getByLabel('Current password', { exact: true }).fill(password)
  await passwords.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByText('Your password was changed.')).toBeVisible()
  await expect(sessions.getByRole('listitem')).toHaveCount(1)

  await other.goto('/assets')
  await signIn(other, name)
  await expect(other.getByText('E-mail or password is not right.')).toBeVisible()
  await signIn(other, name, 'a longer sentence')
  await expect(other).toHaveURL(`${team.url}/assets`)

  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  expect((await other.request.get('/api/members')).status()).toBe(401)
})

test('the last admin stays one, and who is none finds no invitations', async ({ team }) => {
  const admin = await (await team.as('admin')).newPage()
  await admin.goto('/settings')
  const role = admin.getByRole('combobox', { name: 'Role of admin' })
  await role.selectOption('Viewer')
  await expect(admin.getByText('A team needs an admin')).toBeVisible()
  await expect(role).toHaveValue('admin')

  const creator = await (await team.as('creator')).newPage()
  await creator.goto('/settings')
  await expect(creator.getByRole('heading', { name: 'Members' })).toBeVisible()
  await expect(creator.getByRole('heading', { name: 'Invitations' })).toHaveCount(0)
  await expect(creator.getByRole('combobox')).toHaveCount(0)
  // One's own e-mail alone.
  await expect(creator.getByText('creator@team.example')).toHaveCount(1)
  await expect(creator.getByText('@team.example')).toHaveCount(1)
})

async function countTasks(page: Page): Promise<number> {
  const answer = await page.request.get('/api/tasks?limit=100')
  return taskListSchema.parse(await answer.json()).data.length
}
