import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { taskListSchema, type Task } from '@/lib/schemas/task'
import { startServer } from '@/scripts/start-server'
import { createSimulator } from '@/lib/simulator/simulator'
import { ownUrl } from './support/addresses'
import { Composer } from './support/composer'
import { onCreate } from './support/creates'
import { simulator as shared } from './support/simulator'
import { Studio } from './support/studio'
import { expect, expectComplaints, test } from './support/test'

test('of four takes one fails by moderation: three complete, the fourth explains itself', async ({
  studio,
  composer,
  page,
}) => {
  const prompt = `Four at once ${crypto.randomUUID().slice(0, 8)}`
  await shared.fault(
    { kind: 'fail', error_message: '[SY_ERR:10] PROVIDER_MODERATION_ERROR' },
    { match: { prompt_includes: prompt }, times: 1 },
  )
  await composer.choose(composer.takes, '4')
  await studio.prompt.fill(prompt)
  await studio.generate.click()

  const card = page.getByRole('article', { name: `4 takes: ${prompt}` })
  await expect(card.getByRole('listitem')).toHaveCount(4)
  await expect(card.getByRole('button', { name: 'Play' })).toHaveCount(3, { timeout: 45_000 })
  const failed = card.getByRole('listitem').filter({ hasText: 'Failed' })
  await expect(failed).toHaveCount(1)
  expect(await shared.creates(prompt)).toHaveLength(4)

  await card.getByRole('link', { name: 'Compare' }).click()
  await expect(page).toHaveURL(/\/compare\?group=[0-9a-f-]{36}$/)
  await expect(page.locator('video')).toHaveCount(3)
  const remark = page.getByRole('listitem').filter({ hasText: 'Failed' })
  await remark.getByRole('link', { name: 'Details' }).click()
  await expect(page.getByRole('main')).toContainText('Refused by moderation')
  await expect(page.getByRole('main')).toContainText(/charged/)
})

/** Every task of the server, newest first. */
async function tasksOf(url: string): Promise<Task[]> {
  const response = await fetch(`${url}/api/tasks?limit=100`)
  return taskListSchema.parse(await response.json()).data
}

test('killed with -9 after the second of four creates: none is made twice, the rest follow', async ({
  page,
  complaints,
}, info) => {
  test.setTimeout(240_000)
  const address = ownUrl(info)
  const dataDir = await mkdtemp(path.join(tmpdir(), 'dailies-takes-'))
  const simulator = await createSimulator({ dataDir: path.join(dataDir, 'gateway'), speed: 20 })
  const up = () =>
    startServer({
      PORT: new URL(address).port,
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      SEEDANCE_API_KEY: 'sk-takes',
      SEEDANCE_BASE_URL: simulator.url,
      SIMULATOR_SPEED: '20',
      LOG_LEVEL: 'error',
    })
  let server = await up()
  const prompt = 'A kite climbs out of the fog'
  const kill = async () => {
    // Known to have been taken: a reply that the kill swallows would leave its task in doubt.
    await expect
      .poll(async () => (await tasksOf(address)).filter((task) => task.gateway_task_id).length)
      .toBe(2)
    await server.kill()
  }
  let killed: Promise<void> | undefined
  let seen = 0
  await onCreate(page, async (route) => {
    seen += 1
    // The first two get through, the next two meet a server that is gone, and the rest one that is back.
    if (seen <= 2 || seen > 4) return route.continue()
    await (killed ??= kill())
    await route.abort('connectionrefused')
  })

  await page.goto(address)
  const studio = new Studio(page)
  await studio.ready()
  const composer = new Composer(page)
  await composer.choose(composer.takes, '4')
  await studio.prompt.fill(prompt)
  await studio.generate.click()
  await expect(composer.form.getByRole('alert')).toContainText('No answer came.')

  server = await up()
  await page.reload()
  await studio.ready()
  // What was pressed is not lost: the same four are asked for again.
  await expect(studio.prompt).toHaveValue(prompt)
  await studio.generate.click()
  await expect.poll(async () => (await tasksOf(address)).length).toBe(4)
  const tasks = await server.settled(address)
  expect(tasks.map(({ status }) => status)).toEqual(Array(4).fill('completed'))
  expect(new Set(tasks.map(({ take_group: group }) => group)).size).toBe(1)
  expect(simulator.tasks()).toHaveLength(4)
  expect(simulator.ledger()).toHaveLength(4)
  const card = page.getByRole('article', { name: `4 takes: ${prompt}` })
  await expect(card.getByRole('button', { name: 'Play' })).toHaveCount(4)

  // Left first: what asks a server that stops complains.
  await page.close()
  expectComplaints(complaints, /net::ERR_CONNECTION_(REFUSED|RESET)/)
  await server.stop()
  await simulator.close()
  await rm(dataDir, { recursive: true, force: true })
})
