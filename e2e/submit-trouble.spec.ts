import { createPath, onCreate, watchCreates } from './support/creates'
import { simulator } from './support/simulator'
import { expect, expectComplaints, test } from './support/test'

test('without a network nothing is lost, and the next press repeats the same request', async ({
  studio,
  composer,
  page,
  complaints,
}) => {
  const prompt = `No network ${Date.now()}`
  const creates = watchCreates(page)
  await onCreate(page, (route) => route.abort('internetdisconnected'))
  await composer.setSeconds('8')
  await studio.prompt.fill(prompt)
  const before = await composer.contents()
  await studio.generate.click()
  await expect(composer.form.getByRole('alert')).toContainText('No answer came.')
  await expect(studio.card(prompt)).toHaveCount(0)
  expect(await composer.contents()).toEqual(before)
  expect(await simulator.creates(prompt)).toEqual([])

  await page.unroute(createPath)
  await page.reload()
  await studio.ready()
  expect(await composer.contents()).toEqual(before)
  await studio.generate.click()
  await studio.completed(prompt)
  expect(creates.length).toBeGreaterThan(1)
  expect(new Set(creates.map(({ key }) => key)).size).toBe(1)
  expect(await simulator.creates(prompt)).toHaveLength(1)
  expectComplaints(complaints, /net::ERR_INTERNET_DISCONNECTED/)

  // The answer is known: another press is another task.
  await studio.generate.click()
  await expect(studio.card(prompt)).toHaveCount(2)
  expect(creates.at(-1)?.key).not.toBe(creates[0]?.key)
})

test('an answer that gets lost costs no second task', async ({ studio, page, complaints }) => {
  const prompt = `Lost on the way back ${Date.now()}`
  const creates = watchCreates(page)
  await onCreate(page, async (route) => {
    if (creates.length > 1) return route.continue()
    await route.fetch()
    await route.abort('connectionreset')
  })
  await studio.make(prompt)
  await studio.completed(prompt)
  await expect(studio.card(prompt)).toHaveCount(1)
  expect(creates).toHaveLength(2)
  expect(creates[1]).toEqual(creates[0])
  expect(await simulator.creates(prompt)).toHaveLength(1)
  expectComplaints(complaints, /net::ERR_CONNECTION_RESET/)
})

test('what the server refuses lands on its field', async ({
  studio,
  composer,
  page,
  complaints,
}) => {
  const prompt = `Too long for it ${Date.now()}`
  // A page of an older release, say, with other bounds than the server's.
  await onCreate(page, (route) =>
    route.continue({ postData: { ...route.request().postDataJSON(), duration: 99 } }),
  )
  await studio.prompt.fill(prompt)
  await studio.generate.click()
  await expect(composer.seconds).toHaveAccessibleDescription(
    'seedance2.0-mini makes clips of 4 to 15 seconds, not 99.',
  )
  await expect(composer.form.getByRole('alert')).toContainText('Not sent, not charged.')
  await expect(studio.card(prompt)).toHaveCount(0)
  await expect(studio.prompt).toHaveValue(prompt)
  expect(await simulator.creates(prompt)).toEqual([])
  expectComplaints(complaints, /422/)

  await page.unroute(createPath)
  await composer.setSeconds('6')
  await expect(composer.form.getByRole('alert')).toBeEmpty()
  await studio.generate.click()
  await studio.completed(prompt)
  expect(await simulator.creates(prompt)).toEqual([expect.objectContaining({ duration: 6 })])
})

for (const { word, title, action } of [
  { word: 'sim:refuse', title: 'Refused by the gateway', action: 'Edit and retry' },
  { word: 'sim:balance', title: 'Balance too low', action: 'Try again' },
]) {
  test(`a refusal of the gateway (${word}) is a card that was not charged, and its input opens beside the draft`, async ({
    studio,
    composer,
    page,
  }) => {
    const prompt = `${word} ${Date.now()}`
    const meanwhile = `Written meanwhile ${Date.now()}`
    await composer.setSeconds('11')
    await studio.make(prompt)
    const card = page.getByRole('article', { name: `Failed: ${prompt}` })
    await expect(card.getByRole('heading', { name: title })).toBeVisible()
    await expect(card).toContainText('You were not charged.')

    await studio.prompt.fill(meanwhile)
    await composer.setSeconds('4')
    await card.getByRole('button', { name: action }).click()
    await expect(composer.drafts).toHaveCount(2)
    await expect(studio.prompt).toHaveValue(prompt)
    await expect(composer.seconds).toHaveValue('11')
    await composer.drafts.filter({ hasText: 'Written meanwhile' }).click()
    await expect(studio.prompt).toHaveValue(meanwhile)
    await expect(composer.seconds).toHaveValue('4')
    expect(await simulator.creates(prompt)).toHaveLength(1)
  })
}
