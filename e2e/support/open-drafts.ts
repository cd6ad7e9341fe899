import { expect, type Page } from '@playwright/test'
import { draftCookie, storageKey } from '@/lib/client/draft-storage'

/** Opens the studio with these drafts in its tabs, the last of them in front. */
export async function openDrafts(page: Page, ...drafts: readonly object[]): Promise<void> {
  const open = drafts.map((draft, at) => ({ id: `draft-${at}`, draft }))
  const stored = { active: open.at(-1)?.id, open }
  const { origin } = new URL(page.url())
  await page.context().addCookies([{ name: draftCookie, value: '1', url: origin }])
  await page.evaluate(
    ([key, value]) => {
      const store = () => localStorage.setItem(key, value)
      store()
      // The studio keeps its own draft as it is left: these have the last word.
      window.addEventListener('pagehide', store)
      document.addEventListener('visibilitychange', store)
    },
    [storageKey, JSON.stringify(stored)] as const,
  )
  await page.goto('/')
  await expect(
    page.getByRole('form').getByRole('button', { name: /^(seedance|sd2)/ }),
  ).toBeVisible()
}
