import type { Metadata } from 'next'
import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { invitationsOptions, membersOptions } from '@/components/settings/settings-queries'
import { TeamView } from '@/components/settings/team-view'
import { messagesFor } from '@/lib/client/messages'
import { translate } from '@/lib/client/translate'
import { context } from '@/lib/server/context'
import { listInvitations } from '@/lib/server/members/invitations'
import { listMembers } from '@/lib/server/members/service'
import { requestLocale } from '../../request-locale'
import { requireMember } from '../../require-member'

export async function generateMetadata(): Promise<Metadata> {
  const locale = await requestLocale()
  return { title: translate(messagesFor(locale), locale, 'settings.title') }
}

export default async function SettingsPage() {
  const [member, shared] = await Promise.all([requireMember('/settings'), context()])
  const client = new QueryClient()
  if (shared.auth) {
    await client.prefetchQuery({
      ...membersOptions,
      queryFn: async () => ({ data: await listMembers(shared, member) }),
    })
    if (member.role === 'admin') {
      await client.prefetchQuery({
        ...invitationsOptions,
        queryFn: async () => ({ data: await listInvitations(shared) }),
      })
    }
  }
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <TeamView />
    </HydrationBoundary>
  )
}
