import { feedTabs, type FeedTab, type TaskFilter } from '@/lib/client/task-queries'

/** The tab that an address names; anything else means all. */
export function asFeedTab(value: string | null | undefined): FeedTab {
  return value === 'running' || value === 'attention' ? value : 'all'
}

/** The list behind a tab and a search. */
export function feedFilter(tab: FeedTab, q: string): TaskFilter {
  return q ? { ...feedTabs[tab], q } : feedTabs[tab]
}
