import { link } from '@/tests/protocol-facts'
import { onCreate, watchCreates } from './support/creates'
import { gate } from './support/gate'
import { simulator } from './support/simulator'
import { Studio } from './support/studio'
import { expect, test } from './support/test'

test('what is missing is said beside its field, which gets the focus, and nothing is sent', async ({
  studio,
  composer,
  page,
}) => {
  const creates = watchCreates(page)
  const { prompt, generate } = studio

  await expect(generate).toHaveAttribute('aria-disabled', 'true')
  await expect(prompt).toHaveAccessibleDescription('Subject, movement, camera, light, sound')
  await generate.click({ force: true })
  await expect(prompt).toBeFocused()
  await expect(prompt).toHaveAccessibleDescription(/Describe the shot first\.$/)
  await expect(prompt).toHaveAttribute('aria-invalid', 'true')
  await prompt.fill('   ')
  await page.keyboard.press('Control+Enter')
  await expect(prompt).toHaveAttribute('aria-invalid', 'true')
  await prompt.fill('Said at last')
  await expect(prompt).toHaveAccessibleDescription('Subject, movement, camera, light, sound')
  await expect(generate).toHaveAttribute('aria-disabled', 'false')

  await composer.setMode('References')
  const tray = composer.tray('References')
  await composer.attach(tray, [link('sound')])
  await expect(generate).toHaveAttribute('aria-disabled', 'true')
  await generate.click({ force: true })
  await expect(tray).toContainText('seedance2.0-mini takes sound only with an image')
  await expect(tray.locator(':focus')).toBeVisible()
  await composer.attach(tray, [link('image')])
  await expect(tray).not.toContainText('takes sound only')
  await expect(generate).toHaveAttribute('aria-disabled', 'false')

  await composer.seconds.fill('16')
  await page.keyboard.press('Control+Enter')
  await expect(composer.seconds).toBeFocused()
  await expect(composer.seconds).toHaveAccessibleDescription(/4 to 15 seconds, not 16/)
  expect(creates).toEqual([])
})

test('a double click creates one task', async ({ studio }) => {
  const prompt = `Clicked twice ${Date.now()}`
  await studio.prompt.fill(prompt)
  await studio.generate.dblclick()
  await studio.completed(prompt)
  await expect(studio.card(prompt)).toHaveCount(1)
  expect(await simulator.creates(prompt)).toHaveLength(1)
})

test('a double Ctrl+Enter creates one task, even when the first was answered in between', async ({
  studio,
}) => {
  const stamp = Date.now()
  const [twice, next] = [`Pressed twice ${stamp}`, `Pressed after it ${stamp}`]
  const pressAt = (moment: number) =>
    studio.prompt.evaluate((field, timeStamp) => {
      const init = { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }
      const press = new KeyboardEvent('keydown', init)
      Object.defineProperty(press, 'timeStamp', { value: timeStamp })
      field.dispatchEvent(press)
    }, moment)

  await studio.prompt.fill(twice)
  await pressAt(1000)
  await studio.completed(twice)
  await pressAt(1300)
  await studio.prompt.fill(next)
  await pressAt(9000)
  await studio.completed(next)
  expect(await simulator.creates(twice)).toHaveLength(1)
  expect(await simulator.creates(next)).toHaveLength(1)
})

test('while a request is on its way, no press sends another', async ({ studio, page }) => {
  const prompt = `On its way ${Date.now()}`
  const creates = watchCreates(page)
  const answer = gate()
  await onCreate(page, async (route) => {
    await answer.opened
    await route.continue()
  })
  await studio.prompt.fill(prompt)
  await studio.generate.click()
  const sending = page.getByRole('button', { name: 'Sending…' })
  await expect(sending).toHaveAttribute('aria-disabled', 'true')
  await expect(page.getByRole('article', { name: `Submitting: ${prompt}` })).toBeVisible()
  await sending.click({ force: true })
  await studio.prompt.press('Control+Enter')
  answer.open()
  await studio.completed(prompt)
  expect(creates).toHaveLength(1)
  expect(await simulator.creates(prompt)).toHaveLength(1)
})

test('two takes are one card, two creates, one group', async ({ studio, composer, page }) => {
  const prompt = `Twice over ${Date.now()}`
  const creates = watchCreates(page)
  await composer.choose(composer.takes, '2')
  await studio.prompt.fill(prompt)
  await expect(studio.generate).toHaveText(/^Generate 2/)
  await studio.generate.click()

  const card = page.getByRole('article', { name: `2 takes: ${prompt}` })
  await expect(card.getByRole('listitem')).toHaveCount(2)
  await expect(card.getByRole('button', { name: 'Play' })).toHaveCount(2)
  await expect(studio.card(prompt)).toHaveCount(1)
  expect(creates).toHaveLength(2)
  expect(new Set(creates.map(({ key }) => key)).size).toBe(2)
  expect(new Set(creates.map(({ group }) => group)).size).toBe(1)
  expect(creates[0]?.group).toMatch(/^[0-9a-f-]{36}$/)
  expect(await simulator.creates(prompt)).toHaveLength(2)

  await page.reload()
  await expect(card.getByRole('button', { name: 'Play' })).toHaveCount(2)
})

test('what is typed before the page answers is not lost', async ({ page }) => {
  const prompt = `Typed early ${Date.now()}`
  const scripts = gate()
  await page.route('**/_next/static/**/*.js', async (route) => {
    await scripts.opened
    await route.continue()
  })
  const studio = new Studio(page)
  await page.goto('/', { waitUntil: 'commit' })
  await studio.prompt.pressSequentially(prompt)
  await studio.generate.click({ force: true })
  await expect(page).toHaveURL('/')
  await expect(studio.prompt).toHaveValue(prompt)
  scripts.open()
  await studio.ready()
  await expect(studio.prompt).toHaveValue(prompt)
  await expect(studio.generate).toHaveAttribute('aria-disabled', 'false')
  await studio.generate.click()
  await studio.completed(prompt)
  expect(await simulator.creates(prompt)).toEqual([expect.objectContaining({ prompt })])
})
