import { expect, type Page } from '@playwright/test'
import { draftCookie, storageKey } from '@/lib/client/draft-storage'

/** Opens the studio with these drafts in its tabs, the last of them in front. */
export async function openDrafts(page: Page, ...drafts: readonly object[]): Promise<void> {
  const open = drafts.map((draft, at) => ({ id: `draft-${at}`, draft }))
  const stored = { active: open.at(-1)?.id, open }
  const { origin } = new URL(page.url())
  // Away from the studio, which keeps its own draft as it is left.
  await page.goto('/api/health')
  await page.context().addCookies([{ name: draftCookie, value: '1', url: origin }])
  await page.evaluate(([key, value]) => localStorage.setItem(key, value), [
    storageKey,
    JSON.stringify(stored),
  ] as const)
  await page.goto('/')
  await expect(
    page.getByRole('form').getByRole('button', { name: /^(seedance|sd2)/ }),
  ).toBeVisible()
}
