import { storeText } from './support/store-text'
import { placesOf, placesOfTitles } from './support/stored-places'
import { watchAttacks } from './support/struck'
import { expect, test } from './support/team-app'

test('two hundred stored attacks run nothing and leave no box, wherever they are read', async ({
  team,
}) => {
  test.setTimeout(300_000)
  const admin = await team.as('admin')
  const stored = await test.step('everything is stored', () => storeText(admin))
  const faults = await watchAttacks(admin, team.url)
  // Their pictures say nothing of words.
  await admin.route(/\/(video|poster|thumbnail)$/, (route) => route.abort())

  async function go(places: Record<string, () => Promise<string[]>>) {
    for (const [name, look] of Object.entries(places)) {
      // One place that does not open hides none of the others.
      const here = () => look().catch((error: unknown) => [`${name}: ${String(error)}`])
      faults.push(...(await test.step(name, here)))
    }
  }
  const { open, show, download } = placesOfTitles(admin, stored)
  let round = 0
  for (let tasks = await stored.retitle(); tasks; tasks = await stored.retitle()) {
    round += 1
    await go({ ...(round === 1 && open(tasks)), ...show(tasks), ...download(tasks) })
  }
  for (let tasks = await stored.refile(); tasks; tasks = await stored.refile()) {
    await go(download(tasks))
  }
  await go(placesOf(admin, stored))
  expect([...new Set(faults)]).toEqual([])
})
