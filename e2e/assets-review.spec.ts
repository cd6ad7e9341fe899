import { Assets, bring, picture, stampOf } from './support/assets'
import { expect, test } from './support/test'

test('an upload comes in, is submitted from the bar and turns Active by itself', async ({
  page,
}) => {
  const stamp = stampOf('ridge')
  const [one, two] = [`${stamp}-1.jpg`, `${stamp}-2.jpg`]
  const assets = new Assets(page)
  await page.goto('/')
  await page.getByRole('link', { name: 'Assets' }).click()
  await expect(page).toHaveURL(/\/assets$/)
  await expect(page).toHaveTitle('Assets · Dailies')

  await assets.upload(await picture(one), await picture(two))
  await expect(assets.item(one)).toContainText('Image · 640 × 480')
  await expect(assets.item(two)).toContainText('Not submitted')
  await expect(assets.item(two)).toContainText('Not added')

  await assets.box(one).click()
  await assets.box(two).click()
  await expect(assets.bar).toContainText('2 selected')
  await assets.bar.getByRole('button', { name: 'Submit 2 to Full audit' }).click()
  await expect(assets.bar.getByRole('button', { name: /Full audit/ })).toHaveCount(0)
  for (const name of [one, two]) {
    await expect(assets.item(name)).toContainText(/Active\s*asset:\/\/\w+/)
    await expect(assets.item(name)).toContainText('Not added')
  }
  await expect(page.getByRole('status').filter({ hasText: /Active in Full audit/ })).toHaveCount(1)

  await assets.bar.getByRole('button', { name: 'Add 2 to SP library' }).click()
  for (const name of [one, two]) {
    await expect(assets.item(name).getByText('Active', { exact: true })).toHaveCount(2)
  }
  await expect(assets.bar).toContainText('in both libraries')
})

test('a rejected item says so and is submitted again', async ({ page }) => {
  const name = `${stampOf('reject')}.jpg`
  await bring(await picture(name))
  const assets = new Assets(page)
  await assets.open(name)
  await assets.choose(name, 'Submit to Full audit')
  await expect(assets.item(name)).toContainText('Rejected')
  const submitted = page.waitForRequest(
    (request) => request.method() === 'POST' && request.url().endsWith('/api/assets'),
  )
  await assets
    .item(name)
    .getByRole('button', { name: `Resubmit: ${name}` })
    .click()
  expect((await submitted).postDataJSON()).toMatchObject({ library: 'full' })
  await expect(assets.item(name)).toContainText('Rejected')
})

test('what breaks a rule is held back; its mended copy is submitted instead', async ({ page }) => {
  const stamp = stampOf('pano')
  const [wide, fine] = [`${stamp}-wide.jpg`, `${stamp}-fine.jpg`]
  await bring(await picture(wide, 6400, 2900))
  await bring(await picture(fine))
  const assets = new Assets(page)
  await assets.open(stamp)
  await expect(assets.item(wide)).toContainText('6,400 px, limits 300–6,000')
  await page.getByRole('checkbox', { name: 'Select all' }).click()
  await expect(assets.bar).toContainText('1 breaks a rule')
  await expect(assets.bar.getByRole('button', { name: 'Submit 1 to Full audit' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(assets.bar).toHaveCount(0)

  await assets
    .item(wide)
    .getByRole('button', { name: `Resize, submit: ${wide}` })
    .click()
  await expect(page.getByText('was made and submitted')).toBeVisible()
  await page.reload()
  await expect(assets.items).toHaveCount(3)
  const copy = assets.items.filter({ hasText: 'mended copy' })
  await expect(copy).toContainText('Image · 6000 ×')
  await expect(copy).toContainText('Active')
  await expect(assets.item(fine)).toContainText('Not submitted')
})

test('a portrait is added through the check for real people', async ({ page }) => {
  const name = `${stampOf('portrait')}.jpg`
  await bring(await picture(name))
  const assets = new Assets(page)
  await assets.open(name)
  await assets.choose(name, 'Add to SP as a real person')
  const question = page.getByRole('dialog')
  await expect(question).toContainText('a check of its own')
  await question.getByRole('button', { name: 'Submit for the check' }).click()
  await expect(assets.item(name)).toContainText('real person')
  await expect(assets.item(name)).toContainText('Active')
  await expect(assets.item(name)).toContainText('Not submitted')
})
