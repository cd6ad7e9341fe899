import { lines, type Model } from '@/lib/models/capabilities'
import { dropFiles, pasteFile, realFile, type TestFile } from './support/material'
import { simulator } from './support/simulator'
import { expect, test } from './support/test'

test.describe.configure({ timeout: 120_000 })

/** Of each line the model that takes most. */
const widest: Model[] = lines.flatMap(({ models }) =>
  models.toSorted((one, other) => roomOf(other) - roomOf(one)).slice(0, 1),
)

function roomOf({ images, reference_videos, reference_audios }: Model): number {
  return images.max + reference_videos.max + reference_audios.max
}

/** What a model takes of a photo, a clip and a song, with the words that mention it. */
async function materialOf(model: Model): Promise<{ mention: string; file: TestFile }[]> {
  const [photo, clip, song] = await Promise.all([
    realFile('photo'),
    realFile('clip'),
    realFile('song'),
  ])
  return [
    { mention: '@Image1', file: photo, room: model.images.max },
    { mention: '@Video1', file: clip, room: model.reference_videos.max },
    { mention: '@Audio1', file: song, room: model.reference_audios.max },
  ].filter(({ room }) => room > 0)
}

for (const model of widest) {
  test(`what is dropped is what ${model.id} gets to see`, async ({ studio, composer, page }) => {
    const material = await materialOf(model)
    const approved = !model.references.schemes.includes('https')
    await studio.choose(model.id)
    const prompt = `${model.line} ${Date.now()}: ${material.map(({ mention }) => mention).join(' ')}`
    await studio.prompt.fill(prompt)
    await dropFiles(
      page,
      'form',
      material.map(({ file }) => file),
    )
    const tray = composer.tray(approved ? 'Approved assets' : 'References')
    for (const { mention, file } of material) {
      const item = tray.getByRole('button', { name: `${mention.slice(1)}: ${file.name}` })
      await expect(item).toBeVisible()
    }
    await expect(tray.getByRole('progressbar')).toHaveCount(0)

    if (approved) {
      const submit = tray.getByRole('button', { name: 'Submit', exact: true })
      for (let left = await submit.count(); left > 0; left -= 1) {
        await submit.first().click()
        await expect(submit).toHaveCount(left - 1)
      }
      await expect(tray.getByText('Active', { exact: true })).toHaveCount(material.length)
    }
    await expect(studio.generate).toHaveAttribute('aria-disabled', 'false')
    await expect(studio.generate).toHaveText(/^Generate(?! when)/)
    await studio.generate.click()
    await studio.completed(prompt)

    const [taskId = ''] = await simulator.taskIds(prompt)
    const fetched = await simulator.fetched(taskId)
    const hashes = (list: readonly { sha256: string | null }[]) =>
      list.map(({ sha256 }) => sha256).sort()
    expect(hashes(fetched)).toEqual(hashes(material.map(({ file }) => file)))
  })
}

test('Generate when approved waits for the review, then sends once', async ({
  studio,
  composer,
}) => {
  const photo = await realFile('photo', Date.now() % 1000)
  const prompt = `When approved ${Date.now()}: @Image1`
  await studio.choose('sd2_mx_720p')
  await studio.prompt.fill(prompt)
  await dropFiles(composer.page, 'form', [photo])
  await expect(composer.form).toContainText('Nothing is charged until then.')
  await composer.form.getByRole('button', { name: 'Generate when approved' }).click()
  await studio.completed(prompt)
  expect(await simulator.creates(prompt)).toHaveLength(1)
})

test('a picture pasted into the prompt is attached, and words stay words', async ({
  studio,
  composer,
  page,
}) => {
  const photo = await realFile('photo', 7)
  await studio.choose('seedance2.0-sp')
  await studio.prompt.fill('A ridge')
  await pasteFile(page, studio.prompt, photo)
  const tray = composer.tray('References')
  await expect(tray.getByRole('button', { name: `Image1: ${photo.name}` })).toBeVisible()
  await expect(studio.prompt).toHaveValue('A ridge')
})

test('frames take what is dropped on them, swap it and give it up', async ({
  studio,
  composer,
  page,
}) => {
  const [one, two] = [await realFile('photo', 1), await realFile('photo', 2)]
  await studio.choose('seedance2.0-md')
  await composer.setMode('First / last frame')
  await dropFiles(page, '[data-field=last_image]', [two])
  await dropFiles(page, '[data-field=first_image]', [one])
  await expect(composer.frames.getByText('1280 × 960')).toHaveCount(2)
  const filesOf = () =>
    composer.frames
      .locator('[title]')
      .evaluateAll((items) => items.map((item) => item.getAttribute('title')))
  expect(await filesOf()).toEqual([one.name, two.name])
  await composer.frames.getByRole('button', { name: 'Swap frames' }).click()
  expect(await filesOf()).toEqual([two.name, one.name])
  await composer.first.hover()
  await composer.first.getByRole('button', { name: 'Remove First' }).click()
  await expect(composer.first.getByRole('button', { name: 'Add' })).toBeVisible()
})

test('an earlier upload is found again by name, and chosen by keyboard', async ({
  studio,
  composer,
  page,
}) => {
  const photo = await realFile('photo', 3)
  await studio.choose('seedance2.0-sp')
  await composer.setMode('References')
  const tray = composer.tray('References')
  await dropFiles(page, 'form', [photo])
  const tile = tray.getByRole('button', { name: `Image1: ${photo.name}` })
  await expect(tile).toBeVisible()
  await expect(tray.getByRole('progressbar')).toHaveCount(0)
  await tile.hover()
  await tray.getByRole('button', { name: 'Remove Image1' }).click()
  await expect(tile).toBeHidden()

  await tray.getByRole('button', { name: 'Earlier uploads' }).click()
  const picker = page.getByRole('dialog', { name: 'Earlier uploads' })
  await expect(picker.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type(photo.name)
  const found = picker.getByRole('button', { name: photo.name })
  await expect(found).toHaveCount(1)
  await found.focus()
  await page.keyboard.press('Enter')
  await expect(found).toHaveAttribute('aria-pressed', 'true')
  await picker.getByRole('button', { name: 'Add' }).click()
  await expect(picker).toBeHidden()
  await expect(tile).toBeVisible()
})

test('material moves by keyboard, and the words keep naming it', async ({
  studio,
  composer,
  page,
}) => {
  const [one, two] = [await realFile('photo', 4), await realFile('photo', 5)]
  await studio.choose('seedance2.0-sp')
  await studio.prompt.fill('@Image1 before @Image2')
  await dropFiles(page, 'form', [one, two])
  const tray = composer.tray('References')
  await expect(tray.getByRole('progressbar')).toHaveCount(0)
  await tray.getByRole('button', { name: `Image1: ${one.name}` }).focus()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(tray.getByRole('button', { name: `Image2: ${one.name}` })).toBeFocused()
  await expect(tray.getByRole('button', { name: `Image1: ${two.name}` })).toBeVisible()
  await expect(studio.prompt).toHaveValue('@Image2 before @Image1')
})

test('a clip that is too long is trimmed where it stands, and Undo brings it back', async ({
  studio,
  composer,
  page,
}) => {
  const clip = await realFile('clip', 6)
  await studio.choose('seedance2.0-sp')
  await studio.prompt.fill('As in @Video1')
  await dropFiles(page, 'form', [clip])
  const tray = composer.tray('References')
  await expect(tray.getByRole('progressbar')).toHaveCount(0)
  await expect(tray.getByText('5.0 s', { exact: true })).toBeVisible()

  await tray.getByRole('button', { name: 'More for Video1' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Trim' }).click()
  const dialog = page.getByRole('dialog', { name: 'Trim the clip' })
  await dialog.getByRole('slider', { name: 'End' }).fill('3')
  await dialog.getByRole('button', { name: 'Trim', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(tray.getByText('5.0 s', { exact: true })).toBeHidden()
  await expect(tray.getByText(/^[23]\.\d s$/)).toBeVisible()

  await composer.changeLine.getByRole('button', { name: 'Undo' }).click()
  await expect(tray.getByText('5.0 s', { exact: true })).toBeVisible()
})

test('a finished clip goes on from its last picture, in a draft beside the old one', async ({
  studio,
  composer,
  page,
}) => {
  const prompt = `Goes on ${Date.now()}`
  await studio.make(prompt)
  const card = await studio.completed(prompt)
  await card.hover()
  await card.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Continue from last frame' }).click()
  await expect(composer.drafts).toHaveCount(2)
  await expect(composer.first.getByText(/^\d+ × \d+$/)).toBeVisible()
  await composer.drafts.first().click()
  await expect(studio.prompt).toHaveValue(prompt)
})
