import type { Page } from '@playwright/test'

type Stored = { open: { draft: { input: { prompt: string }; takes: number } }[] }

/** What the browser has stored of the drafts, in the order of the tabs. */
export function storedDrafts(page: Page): Promise<{ prompt: string; takes: number }[]> {
  return page.evaluate(() => {
    const stored: Stored = JSON.parse(localStorage.getItem('dailies.drafts') ?? '{"open":[]}')
    return stored.open.map(({ draft }) => ({ prompt: draft.input.prompt, takes: draft.takes }))
  })
}
