import type { Metadata } from 'next'
import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { CompareView } from '@/components/compare/compare-view'
import { messagesFor } from '@/lib/client/messages'
import { taskKeys } from '@/lib/client/task-queries'
import { translate } from '@/lib/client/translate'
import { readRivals } from '@/lib/server/compare/service'
import { context } from '@/lib/server/context'
import { requestLocale } from '../../request-locale'
import { requireMember } from '../../require-member'

type Search = Record<'ids' | 'group', string | string[] | undefined>

export async function generateMetadata(): Promise<Metadata> {
  const locale = await requestLocale()
  return { title: translate(messagesFor(locale), locale, 'compare.title') }
}

/** `?ids=` names the clips, `?group=` the takes of one input. */
export default async function ComparePage({ searchParams }: { searchParams: Promise<Search> }) {
  const search = await searchParams
  const [ids = '', group = ''] = [search.ids, search.group].map((value) => [value].flat()[0])
  const address = `/compare?${new URLSearchParams(group ? { group } : { ids })}`
  const [shared, member] = await Promise.all([context(), requireMember(address)])
  const { tasks, missing } = await readRivals(shared, member, group ? { group } : { ids })
  const client = new QueryClient()
  for (const task of tasks) client.setQueryData(taskKeys.one(task.id), task)
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <CompareView ids={tasks.map(({ id }) => id)} missing={missing} />
    </HydrationBoundary>
  )
}
