import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { JoinView } from '@/components/door/join-view'
import { messagesFor } from '@/lib/client/messages'
import { translate } from '@/lib/client/translate'
import { AppError } from '@/lib/errors'
import type { Offer } from '@/lib/schemas/member'
import { context } from '@/lib/server/context'
import { readOffer } from '@/lib/server/members/invitations'
import { requestLocale } from '../../../request-locale'
import { currentMember } from '../../../require-member'

export async function generateMetadata(): Promise<Metadata> {
  const locale = await requestLocale()
  return { title: translate(messagesFor(locale), locale, 'door.joinTitle') }
}

export default async function JoinPage({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, shared, member] = await Promise.all([params, context(), currentMember()])
  if (!shared.auth) redirect('/')
  return <JoinView token={token} offer={await offerOf(token)} member={member?.name ?? null} />
}

async function offerOf(token: string): Promise<Offer | null> {
  try {
    return await readOffer(await context(), token)
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null
    throw error
  }
}
