import { signIn, stranger } from './support/accounts'
import { expect, password, test } from './support/team-app'

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
