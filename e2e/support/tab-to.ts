import type { Page } from '@playwright/test'

/** Presses Tab until the focus is where the name says; the focus must never be lost on the way. */
export async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press(key)
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return null
      const label = element.getAttribute('aria-label') ?? ''
      const labels =
        element instanceof HTMLInputElement
          ? [...(element.labels ?? [])].map(({ textContent }) => textContent)
          : []
      return `${label} ${labels.join(' ')} ${element.textContent ?? ''}`.trim()
    })
    if (focused !== null && name.test(focused)) return
  }
  throw new Error(`The keyboard does not reach ${name}.`)
}
