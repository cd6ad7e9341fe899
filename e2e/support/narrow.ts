import type { Page } from '@playwright/test'

/** What is wrong with the page in a window of 320 px; the window is then as wide as it was. */
export async function wideWhenNarrow(page: Page, state: string): Promise<string[]> {
  // A float stands over the page without widening it, and closes when the window changes.
  if ((await page.locator(':popover-open').count()) > 0) return []
  const before = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 720 })
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  if (before) await page.setViewportSize(before)
  return width > 320 ? [`${state}: ${width} px in a window of 320 px`] : []
}
