import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { Feed } from '@/components/tasks/feed'
import { feedFilter } from '@/components/tasks/feed-view'
import { pageSize, taskListOptions, type FeedTab } from '@/lib/client/task-queries'
import { context } from '@/lib/server/context'
import { listTasks } from '@/lib/server/tasks/service'

type FeedSectionProps = { tab: FeedTab; q: string; paneWidth: number }

/** Reads the first page with the browser's own query options, so that the feed is in the first HTML. */
export async function FeedSection({ tab, q, paneWidth }: FeedSectionProps) {
  const client = new QueryClient()
  const { status, ...rest } = feedFilter(tab, q)
  await client.prefetchInfiniteQuery({
    ...taskListOptions(feedFilter(tab, q)),
    queryFn: async () =>
      listTasks(await context(), {
        limit: pageSize,
        ...rest,
        ...(status ? { status: [...status] } : {}),
      }),
  })
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <Feed paneWidth={paneWidth} />
    </HydrationBoundary>
  )
}
