import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { AccountView } from '@/components/settings/account-view'
import { membersOptions, sessionsOptions } from '@/components/settings/settings-queries'
import { messagesFor } from '@/lib/client/messages'
import { translate } from '@/lib/client/translate'
import { context } from '@/lib/server/context'
import { listMembers } from '@/lib/server/members/service'
import { listSessions } from '@/lib/server/members/sessions'
import { requestLocale } from '../../../request-locale'
import { requireMember } from '../../../require-member'

export async function generateMetadata(): Promise<Metadata> {
  const locale = await requestLocale()
  return { title: translate(messagesFor(locale), locale, 'settings.tab.account') }
}

/** One's own account; without accounts there is only the page of the installation. */
export default async function AccountPage() {
  const [member, shared] = await Promise.all([requireMember('/settings/account'), context()])
  if (!shared.auth) redirect('/settings')
  const head = await headers()
  const client = new QueryClient()
  await Promise.all([
    client.prefetchQuery({
      ...membersOptions,
      queryFn: async () => ({ data: await listMembers(shared, member) }),
    }),
    client.prefetchQuery({
      ...sessionsOptions,
      queryFn: () => listSessions(shared, member, head),
    }),
  ])
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <AccountView />
    </HydrationBoundary>
  )
}
