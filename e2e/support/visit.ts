import { expect, type BrowserContext, type Page } from '@playwright/test'
import { faultsOf } from './struck'

/** As titles of windows have them: a run of blanks and controls is one blank. */
export const plain = (text: string) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()

/** What is wrong at both widths, as soon as the page shows what it is to show. */
export async function inspect(
  page: Page,
  place: string,
  shows: readonly string[],
  box?: string,
): Promise<string[]> {
  const faults: string[] = []
  const words = shows.map((text) => plain(text).slice(0, 30))
  const missing = async () => {
    const text = plain(await page.evaluate(() => document.body.innerText))
    return words.filter((one) => !text.includes(one))
  }
  const shown = expect.poll(missing, { timeout: 8_000, intervals: [20, 50, 100] }).toEqual([])
  await shown.catch(async () => faults.push(`${place}: not shown: ${String(await missing())}`))
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 })
    // What is laid out by script has its place two frames later.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    )
    faults.push(...(await faultsOf(page, box)).map((fault) => `${place} ${width}: ${fault}`))
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  return faults
}

/** Looks at every item in one of two pages. */
export async function visit<T>(
  context: BrowserContext,
  items: readonly T[],
  look: (page: Page, item: T, at: number) => Promise<string[]>,
): Promise<string[]> {
  const faults: string[] = []
  let next = 0
  const walk = async () => {
    const page = await context.newPage()
    await page.setViewportSize({ width: 1440, height: 900 })
    for (let at = next++; at < items.length; at = next++) {
      faults.push(...(await look(page, items[at] as T, at)))
    }
    await page.close()
  }
  await Promise.all(items.length > 1 ? [walk(), walk()] : [walk()])
  return [...new Set(faults)]
}

/** Reads on until the list is whole. */
export async function whole(page: Page, selector: string, count: number): Promise<void> {
  await expect(async () => {
    await page.mouse.wheel(0, 100_000)
    await page.locator(selector).last().scrollIntoViewIfNeeded()
    expect(await page.locator(selector).count()).toBeGreaterThanOrEqual(count)
  }).toPass({ timeout: 60_000 })
}
