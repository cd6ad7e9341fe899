import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { Feed } from '@/components/tasks/feed'
import { feedFilter } from '@/components/tasks/feed-view'
import { pageSize, taskListOptions, type FeedTab } from '@/lib/client/task-queries'
import type { Member } from '@/lib/models/member'
import { context } from '@/lib/server/context'
import { listTasks } from '@/lib/server/tasks/service'

type FeedSectionProps = { member: Member; tab: FeedTab; q: string; paneWidth: number }

/** Reads the first page with the browser's own query options, so that the feed is in the first HTML. */
export async function FeedSection({ member, tab, q, paneWidth }: FeedSectionProps) {
  const client = new QueryClient()
  const { status, ...rest } = feedFilter(tab, q)
  const options = taskListOptions(feedFilter(tab, q))
  await client.prefetchInfiniteQuery({
    ...options,
    queryFn: async () =>
      listTasks(await context(), member, {
        limit: pageSize,
        ...rest,
        ...(status ? { status: [...status] } : {}),
      }),
  })
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <Feed first={client.getQueryData(options.queryKey)} paneWidth={paneWidth} />
    </HydrationBoundary>
  )
}
