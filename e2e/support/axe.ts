import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** CSS pixels. */
const narrow = 640

type Violation = { id: string; nodes: { target: unknown[]; any: { message: string }[] }[] }

/** What axe finds, short enough to read. */
function told({ violations }: { violations: Violation[] }, where: string): string[] {
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${where}: ${id}: ${target.join(' ')} ${any[0]?.message ?? ''}`),
  )
}

/**
 * What is wrong with the page as it is shown; then, in the other theme, with what that changes: colours,
 * which are the same on a narrow page.
 */
export async function findings(page: Page, state: string): Promise<string[]> {
  const shown = await analyze(page, { type: 'tag', values: rules })
  if ((page.viewportSize()?.width ?? 0) < narrow) return told(shown, state)
  const theme = await page.evaluate(() => document.documentElement.dataset.theme)
  await dress(page, theme === 'dark' ? 'light' : 'dark')
  const colours = ['color-contrast', 'link-in-text-block']
  const other = await analyze(page, { type: 'rule', values: colours })
  await dress(page, theme)
  return [...told(shown, state), ...told(other, `${state}, in the other theme`)]
}

async function dress(page: Page, theme: string | undefined): Promise<void> {
  await page.evaluate((to) => (document.documentElement.dataset.theme = to), theme)
}

async function analyze(page: Page, runOnly: { type: 'tag' | 'rule'; values: string[] }) {
  // Its half a megabyte of source would else go into the page twice a run.
  const axeSource = (await page.evaluate(() => 'axe' in window)) ? ';' : undefined
  // In the page itself: a second page for each run would cost more than the run.
  return (
    new AxeBuilder({ page, axeSource })
      .setLegacyMode()
      // None of these rules reads style sheets: axe need not fetch them anew.
      .options({ runOnly, resultTypes: ['violations'], preload: false })
      .analyze()
  )
}
