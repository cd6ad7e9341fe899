import { Feed } from '@/components/tasks/feed'
import { feedFilter } from '@/components/tasks/feed-view'
import { pageSize, type FeedTab } from '@/lib/client/task-queries'
import type { Member } from '@/lib/models/member'
import { context } from '@/lib/server/context'
import { listTasks } from '@/lib/server/tasks/service'

type FeedSectionProps = { member: Member; tab: FeedTab; q: string; paneWidth: number }

/** Reads the first page, so that the feed is in the first HTML; where that fails the browser asks again. */
export async function FeedSection({ member, tab, q, paneWidth }: FeedSectionProps) {
  const { status, ...words } = feedFilter(tab, q)
  const query = { limit: pageSize, ...words, ...(status ? { status: [...status] } : {}) }
  const first = await listTasks(await context(), member, query).catch(() => undefined)
  return <Feed first={first} paneWidth={paneWidth} />
}
