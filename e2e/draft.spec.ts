import { asset, link } from '@/tests/protocol-facts'
import { Composer } from './support/composer'
import { storedDrafts } from './support/drafts'
import { Studio } from './support/studio'
import { expect, test } from './support/test'

/** A draft with something in every field of a model that takes nearly everything. */
async function fillAll(studio: Studio, composer: Composer, prompt: string) {
  await studio.choose('seedance2.0-sp')
  await composer.setMode('References')
  await composer.attach(composer.tray('References'), [
    link('image', 1),
    link('clip'),
    link('sound'),
    { reference: asset('image', 2), kind: 'Image' },
  ])
  await studio.prompt.fill(`${prompt} with @Image2 and @Audio1`)
  await composer.choose(composer.ratio, '3:4')
  await composer.choose(composer.resolution, '1080p')
  await composer.setSeconds('13')
  await composer.choose(composer.takes, '3')
  return composer.contents()
}

test('a draft survives a reload and a second visit', async ({
  studio,
  composer,
  page,
  context,
}) => {
  const prompt = `Still here ${Date.now()}`
  const before = await fillAll(studio, composer, prompt)
  expect(before.attached).toHaveLength(4)
  await page.reload()
  await studio.ready()
  expect(await composer.contents()).toEqual(before)
  await expect(studio.modelButton).toContainText('seedance2.0-sp')

  await page.close()
  const later = await context.newPage()
  await new Studio(later).open()
  expect(await new Composer(later).contents()).toEqual(before)
})

test('a draft survives the crash of its page', async ({ studio, composer, page, context }) => {
  const prompt = `Before the crash ${Date.now()}`
  const before = await fillAll(studio, composer, prompt)
  await expect
    .poll(() => storedDrafts(page))
    .toEqual([{ prompt: expect.stringContaining(prompt), takes: 3 }])

  const session = await context.newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  // The page is gone before it can answer.
  session.send('Page.crash').catch(() => {})
  await crashed

  const later = await context.newPage()
  await new Studio(later).open()
  expect(await new Composer(later).contents()).toEqual(before)
})

test('"Reuse settings" opens beside the draft, never over it', async ({
  studio,
  composer,
  page,
}) => {
  const made = `Made before ${Date.now()}`
  const writing = `Written since ${Date.now()}`
  await composer.setSeconds('7')
  await studio.make(made)
  const card = await studio.completed(made)
  await studio.prompt.fill(writing)
  await composer.setSeconds('9')
  await expect(composer.drafts).toHaveCount(0)

  await card.hover()
  await card.getByRole('button', { name: 'Reuse settings' }).click()
  await expect(page.getByText('Opened as a new draft')).toBeVisible()
  await expect(composer.drafts).toHaveCount(2)
  await expect(studio.prompt).toHaveValue(made)
  await expect(composer.seconds).toHaveValue('7')

  await composer.drafts.filter({ hasText: 'Written since' }).click()
  await expect(studio.prompt).toHaveValue(writing)
  await expect(composer.seconds).toHaveValue('9')
  await expect
    .poll(() => storedDrafts(page))
    .toEqual([
      { prompt: writing, takes: 1 },
      { prompt: made, takes: 1 },
    ])
})

test('a closed draft can be had back', async ({ studio, composer, page }) => {
  const made = `To be closed ${Date.now()}`
  await studio.make(made)
  const card = await studio.completed(made)
  await card.hover()
  await card.getByRole('button', { name: 'Reuse settings' }).click()
  await expect(composer.drafts).toHaveCount(2)
  const words = `${made}, and more`
  await studio.prompt.fill(words)
  await composer.choose(composer.ratio, '1:1')
  const before = await composer.contents()

  await page
    .getByRole('navigation', { name: 'Open drafts' })
    .getByRole('button', { name: /^Close / })
    .nth(1)
    .click()
  await expect(composer.drafts).toHaveCount(0)
  await expect(studio.prompt).toHaveValue(made)
  await expect(composer.changeLine).toContainText('Draft closed')
  await composer.changeLine.getByRole('button', { name: 'Reopen' }).click()
  await expect(composer.drafts).toHaveCount(2)
  await expect(studio.prompt).toHaveValue(words)
  expect(await composer.contents()).toEqual(before)
})

test('switching the model says in one sentence what changed, and Undo puts it back exactly', async ({
  studio,
  composer,
}) => {
  const before = await fillAll(studio, composer, `Undone ${Date.now()}`)
  await studio.choose('seedance2.0-md')
  await expect(composer.changeLine).toHaveText(
    '1 image set aside: only links here, 1 sound set aside: no sound here, 3:4 → 9:16, 1080p → 720p' +
      'Undo',
  )
  await expect(composer.tray('References')).toContainText('1 of 4')
  expect(await composer.contents()).not.toEqual(before)

  await composer.changeLine.getByRole('button', { name: 'Undo' }).click()
  await expect(studio.modelButton).toContainText('seedance2.0-sp')
  await expect(composer.changeLine).toBeHidden()
  expect(await composer.contents()).toEqual(before)
})

test('what was set aside comes back with the model that takes it', async ({ studio, composer }) => {
  const before = await fillAll(studio, composer, `Back again ${Date.now()}`)
  await studio.choose('seedance2.0-md')
  await studio.choose('sd2_mx_720p')
  await studio.choose('seedance2.0-fast-i2v')
  await studio.choose('seedance2.0-sp')
  await expect(composer.changeLine).toContainText('1 clip back, 1 sound back')
  expect(await composer.contents()).toEqual(before)
})

test('the modes keep their own material', async ({ studio, composer }) => {
  const before = await fillAll(studio, composer, `Two ways ${Date.now()}`)
  await composer.setMode('First / last frame')
  await composer.attach(composer.first, [link('image', 7)])
  await composer.setMode('Text')
  await expect(composer.form.getByText('image-')).toHaveCount(0)
  await composer.setMode('First / last frame')
  await expect(composer.first).toContainText('image-7.jpg')
  await composer.setMode('References')
  expect(await composer.contents()).toEqual(before)
})

test('language and theme change around what was typed, and stay', async ({
  studio,
  composer,
  page,
}) => {
  const before = await fillAll(studio, composer, `In any language ${Date.now()}`)
  const html = page.locator('html')
  await page.getByRole('button', { name: 'Language and theme' }).click()
  const settings = page.getByRole('dialog')
  await settings.getByRole('radio', { name: 'Dark' }).check()
  await expect(html).toHaveAttribute('data-theme', 'dark')
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const dark = await background()

  await settings.getByRole('radio', { name: '简体中文' }).check()
  await expect(html).toHaveAttribute('lang', 'zh-CN')
  await expect(page.getByRole('button', { name: '生成 3 条' })).toBeVisible()
  expect(await composer.contents()).toEqual(before)

  await page.reload()
  await studio.ready()
  await expect(html).toHaveAttribute('lang', 'zh-CN')
  await expect(html).toHaveAttribute('data-theme', 'dark')
  expect(await background()).toBe(dark)
  expect(await composer.contents()).toEqual(before)

  await page.getByRole('button', { name: '语言与主题' }).click()
  await settings.getByRole('radio', { name: '浅色' }).check()
  await settings.getByRole('radio', { name: 'English' }).check()
  await expect(html).toHaveAttribute('lang', 'en')
  await expect(studio.generate).toHaveText(/^Generate 3/)
  expect(await background()).not.toBe(dark)
  expect(await composer.contents()).toEqual(before)
})
