import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startServer } from '@/scripts/start-server'
import { ownUrl } from './support/addresses'
import { expectPlaying } from './support/playing'
import { Studio } from './support/studio'
import { expect, test } from './support/test'

/** As `npm run up` starts it on a machine with nothing set. */
function up(address: string, dataDir: string) {
  return startServer({
    PORT: new URL(address).port,
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    SEEDANCE_API_KEY: '',
    SEEDANCE_BASE_URL: '',
    SIMULATOR_SPEED: '4',
    LOG_LEVEL: 'error',
  })
}

test('without a key it says so, and a generation survives kill -9 of the server', async ({
  page,
  complaints,
}, info) => {
  test.setTimeout(180_000)
  const address = ownUrl(info)
  const dataDir = await mkdtemp(path.join(tmpdir(), 'dailies-e2e-'))
  let server = await up(address, dataDir)
  await expect.poll(() => server.output()).toContain('simulator')

  await page.goto(address)
  const studio = new Studio(page)
  await studio.ready()
  await expect(page.getByRole('button', { name: /Simulator/ })).toBeVisible()
  const prompt = 'A paper boat leaves the shore at dawn'
  const card = await studio.make(prompt)
  await expect(card).toContainText(/Generating|%/)

  await server.kill()
  server = await up(address, dataDir)
  // While the server was away the browser complained about it, as it should.
  await page.reload()
  const done = await studio.completed(prompt)
  await done.hover()
  await done.getByRole('button', { name: 'Play' }).click()
  await expectPlaying(done.locator('video'))

  complaints.length = 0
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
})
