import { asset, link } from '@/tests/protocol-facts'
import { simulator } from './support/simulator'
import { expect, test } from './support/test'

test('a full tray takes no further image', async ({ studio, composer }) => {
  const tray = composer.tray('References')
  await studio.choose('seedance2.0-md')
  await composer.setMode('References')
  await composer.attach(
    tray,
    [1, 2, 3, 4].map((number) => link('image', number)),
  )
  await expect(tray).toContainText('4 of 4')

  // Clips still have room, so the field opens and says why an image has none.
  const field = await composer.openAdd(tray)
  await field.fill(link('image', 5))
  await expect(composer.judged).toContainText('seedance2.0-md takes at most 4 images')
  const add = composer.adding.getByRole('button', { name: 'Add', exact: true })
  await expect(add).toHaveAttribute('aria-disabled', 'true')
  await add.click({ force: true })
  await composer.page.keyboard.press('Escape')
  await expect(tray).toContainText('4 of 4')

  // Where images are all a model takes, there is nothing left to add.
  await studio.choose('seedance2.0-fast-i2v')
  await composer.attach(
    tray,
    [5, 6, 7, 8, 9].map((number) => link('image', number)),
  )
  await expect(tray).toContainText('9 of 9')
  await expect(tray.getByRole('button', { name: /^Add/ })).toHaveCount(0)
})

test('a prompt of 5000 code points is taken, one more is explained', async ({
  studio,
  composer,
}) => {
  for (const model of ['seedance2.0-md', 'seedance2.0-fast-md', 'seedance2.0-fast-i2v']) {
    await test.step(model, async () => {
      await studio.choose(model)
      await studio.prompt.fill('🏮'.repeat(5000))
      await expect(composer.form.getByText('5000 / 5000', { exact: true })).toBeVisible()
      await expect(studio.generate).toHaveAttribute('aria-disabled', 'false')
      await studio.prompt.fill('🏮'.repeat(5001))
      await expect(studio.generate).toHaveAttribute('aria-disabled', 'true')
      await studio.generate.click({ force: true })
      await expect(studio.prompt).toHaveAccessibleDescription(
        new RegExp(`The prompt has 5,001 characters; ${model} takes 5,000\\. Shorten it\\.$`),
      )
      await expect(studio.prompt).toBeFocused()
    })
  }
  expect(await simulator.creates('🏮'.repeat(5001))).toEqual([])
})

test('one frame alone on MD is explained at Generate, beside the one that is missing', async ({
  studio,
  composer,
}) => {
  const prompt = `Half a pair ${Date.now()}`
  await studio.choose('seedance2.0-md')
  await studio.prompt.fill(prompt)
  await composer.setMode('First / last frame')

  const field = await composer.openAdd(composer.first)
  await field.fill(asset('image'))
  await expect(composer.judged).toContainText('seedance2.0-md takes public https:// links')
  await composer.page.keyboard.press('Escape')

  await composer.attach(composer.first, [link('image', 1)])
  await expect(studio.generate).toHaveAttribute('aria-disabled', 'true')
  await studio.generate.click({ force: true })
  await expect(composer.last).toContainText('seedance2.0-md needs both frames. Add the last one')
  await expect(composer.last.getByRole('button', { name: 'Add' })).toBeFocused()
  await expect(composer.first).not.toContainText('needs both')

  await composer.attach(composer.last, [link('image', 2)])
  await expect(composer.frames).not.toContainText('needs both frames')
  await expect(studio.generate).toHaveAttribute('aria-disabled', 'false')
  expect(await simulator.creates(prompt)).toEqual([])
})
