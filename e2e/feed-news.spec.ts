import { expect, test } from './support/test'

test('each change of state is announced once', async ({ studio, page }) => {
  const prompt = `Said aloud ${Date.now()}`
  await page.evaluate(() => {
    Object.assign(window, { announced: [] as string[] })
    new MutationObserver((mutations) => {
      for (const { target } of mutations) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest(
          '[role=status]',
        )
        if (region?.textContent) window.announced.push(region.textContent)
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true })
  })
  await studio.make(prompt)
  await studio.completed(prompt)
  const announced = async () =>
    (await page.evaluate(() => window.announced)).filter((text) => text.includes(prompt))
  await expect.poll(announced).toContain(`Completed: ${prompt}`)
  const said = await announced()
  expect(said.at(-1)).toBe(`Completed: ${prompt}`)
  expect(new Set(said).size).toBe(said.length)
})

test('what ended while nobody looked is counted in the title until somebody does', async ({
  page,
  studio,
}) => {
  await page.clock.install()
  await page.addInitScript(() => {
    window.away = false
    Object.defineProperty(document, 'visibilityState', {
      get: () => (window.away ? 'hidden' : 'visible'),
    })
  })
  const look = (away: boolean) =>
    page.evaluate((value) => {
      window.away = value
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    }, away)
  await studio.open()
  const title = await page.title()
  await studio.make(`Out of sight ${Date.now()}`)
  await look(true)
  await expect(async () => {
    await page.clock.fastForward(15_000)
    await expect(page).toHaveTitle(/^\(\d+\) /, { timeout: 500 })
  }).toPass()
  await look(false)
  await expect(page).toHaveTitle(title)
})

declare global {
  interface Window {
    announced: string[]
    away: boolean
  }
}
