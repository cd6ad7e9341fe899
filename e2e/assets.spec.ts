import { appUrl } from './support/addresses'
import { Assets, bring, picture, stampOf } from './support/assets'
import { expect, expectComplaints, test } from './support/test'

test('a file that cannot be read says why beside those that come in', async ({
  page,
  complaints,
}) => {
  const stamp = stampOf('mixed')
  const assets = new Assets(page)
  await assets.open(stamp)
  const uploads = page.getByRole('list', { name: 'Uploads' }).getByRole('listitem')
  await assets.upload(
    { name: `${stamp}-empty.mp4`, mimeType: 'video/mp4', buffer: Buffer.alloc(0) },
    { name: `${stamp}-words.wav`, mimeType: 'audio/wav', buffer: Buffer.from('no sound at all') },
    await picture(`${stamp}-fine.jpg`),
  )
  await expect(uploads).toHaveCount(2)
  await expect(uploads.first()).toContainText('This file is empty.')
  await expect(uploads.last()).toContainText('This is not an image, a clip or a sound')
  expectComplaints(complaints, /\b415\b/)
  for (const name of ['empty.mp4', 'words.wav']) {
    await page.getByRole('button', { name: `Remove ${stamp}-${name} from the list` }).click()
  }
  await expect(uploads).toHaveCount(0)
  await expect(assets.search).toHaveValue('')
  await expect(assets.item(`${stamp}-fine.jpg`)).toBeVisible()
  await assets.open(stamp)
  await expect(assets.items).toHaveCount(1)
})

test('an item is found by its asset id, which can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const name = `${stampOf('fox')}.jpg`
  await bring(await picture(name))
  const assets = new Assets(page)
  await assets.open(name)
  await assets.choose(name, 'Add to SP library')
  await expect(assets.item(name)).toContainText('Active')
  await assets.choose(name, 'Copy SP asset id')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toMatch(/^asset:\/\/\S+$/)

  await assets.open('nothing has such a name')
  await expect(page.getByText('Nothing matches')).toBeVisible()
  await assets.search.fill(copied.replace('asset://', ''))
  await expect(assets.items).toHaveCount(1)
  await expect(assets.item(name)).toBeVisible()
})

test('the keyboard alone finds, selects, ranges and lets go', async ({ page }) => {
  const stamp = stampOf('keys')
  const names = [4, 3, 2, 1].map((at) => `${stamp}-${at}.jpg`)
  for (const name of names.toReversed()) await bring(await picture(name))
  const assets = new Assets(page)
  await assets.open('')
  await expect(assets.items.first()).toBeVisible()
  // Nobody listens to keys before the page is alive.
  await expect(async () => {
    await page.keyboard.press('/')
    await expect(assets.search).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.type(stamp)
  await expect(assets.items).toHaveCount(4)
  await expect(page).toHaveURL(new RegExp(`q=${stamp}$`))

  await page.getByRole('checkbox', { name: 'Select all' }).focus()
  await page.keyboard.press('Tab')
  const [first = '', second = '', third = '', fourth = ''] = names
  await expect(assets.box(first)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('x')
  await expect(assets.box(second)).toBeChecked()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(assets.box(fourth)).toBeFocused()
  await page.keyboard.press('Shift+X')
  await expect(assets.bar).toContainText('3 selected')
  await expect(assets.box(third)).toBeChecked()
  await expect(assets.box(first)).not.toBeChecked()
  await page.keyboard.press('Space')
  await expect(assets.bar).toContainText('2 selected')
  await page.keyboard.press('Escape')
  await expect(assets.bar).toHaveCount(0)

  await assets.box(first).click()
  await assets.box(third).click({ modifiers: ['Shift'] })
  await expect(assets.bar).toContainText('3 selected')
  await assets.item(second).click()
  await expect(assets.bar).toContainText('2 selected')
})

test('kind and state are in the address and outlive a reload', async ({ page }) => {
  const stamp = stampOf('filters')
  const [sent, kept] = [`${stamp}-sent.jpg`, `${stamp}-kept.jpg`]
  await bring(await picture(sent))
  await bring(await picture(kept))
  const assets = new Assets(page)
  await assets.open(stamp)
  await assets.choose(sent, 'Submit to Full audit')
  await expect(assets.item(sent)).toContainText('Active')

  await page.getByRole('button', { name: 'Full audit' }).click()
  await page.getByRole('menuitem', { name: 'Active' }).click()
  await expect(assets.items).toHaveCount(1)
  await page.getByRole('radio', { name: 'Images' }).click()
  await expect(page).toHaveURL(/kind=image/)
  await expect(page).toHaveURL(/library=full&state=active/)
  await page.reload()
  await expect(assets.items).toHaveCount(1)
  await expect(assets.item(sent)).toBeVisible()

  await page.getByRole('radio', { name: 'Clips' }).click()
  await expect(page.getByText('Nothing matches')).toBeVisible()
  await page.getByRole('radio', { name: 'Images' }).click()
  await page.getByRole('button', { name: 'Stop narrowing to Active in Full audit' }).click()
  await expect(assets.items).toHaveCount(2)

  await page.getByRole('radio', { name: 'Grid' }).click()
  await expect(assets.item(kept)).toContainText('Not submitted')
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Grid' })).toBeChecked()
  await expect(assets.items).toHaveCount(2)
})

test('items are taken to the studio in a draft beside the one there', async ({ page, studio }) => {
  const stamp = stampOf('studio')
  const names = [`${stamp}-1.jpg`, `${stamp}-2.jpg`]
  for (const name of names) await bring(await picture(name))
  await studio.prompt.fill('Words that stay')
  const assets = new Assets(page)
  await assets.open(stamp)
  for (const name of names) await assets.box(name).click()
  await assets.bar.getByRole('button', { name: 'Use in Studio' }).click()
  await expect(page).toHaveURL(/\/$/)
  await studio.ready()
  const form = page.getByRole('form')
  for (const [at, name] of names.entries()) {
    await expect(form.getByRole('button', { name: `Image${at + 1}: ${name}` })).toBeVisible()
  }
  await expect(studio.prompt).toHaveValue('')
  await page
    .getByRole('form')
    .getByRole('button', { name: /Words that stay/ })
    .first()
    .click()
  await expect(studio.prompt).toHaveValue('Words that stay')
})

test('deleting asks once and says what stays with its clips', async ({ page }) => {
  const stamp = stampOf('delete')
  const [used, spare] = [`${stamp}-used.jpg`, `${stamp}-spare.jpg`]
  const media = await bring(await picture(used))
  await bring(await picture(spare))
  await fetch(`${appUrl}/api/tasks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({
      model: 'seedance2.0-mini',
      prompt: `Wind ${stamp}`,
      images: [media.reference],
    }),
  })
  const assets = new Assets(page)
  await assets.open(stamp)
  await expect(assets.item(used)).toContainText('1 clip')
  await page.getByRole('checkbox', { name: 'Select all' }).click()
  await assets.bar.getByRole('button', { name: 'Delete' }).click()
  const question = page.getByRole('dialog', { name: 'Delete 2 items' })
  await expect(question).toContainText('1 of them are used in clips')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(assets.items).toHaveCount(2)

  await assets.bar.getByRole('button', { name: 'Delete' }).click()
  await question.getByRole('button', { name: 'Delete 2' }).click()
  await expect(page.getByText('2 items deleted')).toBeVisible()
  await expect(assets.items).toHaveCount(0)
  const answer = await fetch(`${appUrl}${media.content_url}`)
  expect(answer.status).toBe(200)
})
