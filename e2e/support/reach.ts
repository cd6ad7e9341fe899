import type { Locator, Page } from '@playwright/test'

/** The widths the screens are drawn for. */
const widths = [1440, 900, 390]

/**
 * The buttons that cannot be pressed at one of the drawn widths, because they lie outside the window
 * or under something else. The window is then as wide as it was.
 */
export async function outOfReach(
  page: Page,
  buttons: Readonly<Record<string, Locator>>,
): Promise<string[]> {
  const before = page.viewportSize()
  const found: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    for (const [name, button] of Object.entries(buttons)) {
      if (!(await button.evaluate(isOnTop))) found.push(`${name} at ${width} px`)
    }
  }
  if (before) await page.setViewportSize(before)
  return found
}

function isOnTop(element: Element): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect()
  if (left < 0 || right > innerWidth) return false
  return element.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2))
}
