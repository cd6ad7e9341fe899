import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { DoorSheet } from '@/components/door/door-sheet'
import { SignInForm } from '@/components/door/sign-in-form'
import type { DoorFailure } from '@/components/door/door-problem'
import { messagesFor, type MessageKey } from '@/lib/client/messages'
import { asNextPath } from '@/lib/client/next-path'
import { translate } from '@/lib/client/translate'
import { context } from '@/lib/server/context'
import { requestLocale } from '../../request-locale'
import { currentMember } from '../../require-member'

type Search = Record<string, string | string[] | undefined>

async function words(): Promise<(key: MessageKey) => string> {
  const locale = await requestLocale()
  return (key) => translate(messagesFor(locale), locale, key)
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words())('door.signIn') }
}

/** Whoever is in already goes on, and so does everybody where there are no accounts. */
export default async function SignInPage({ searchParams }: { searchParams: Promise<Search> }) {
  const [search, member, shared, t] = await Promise.all([
    searchParams,
    currentMember(),
    context(),
    words(),
  ])
  const next = asNextPath([search.next].flat()[0])
  if (member) redirect(next)
  return (
    <DoorSheet title={t('door.signInTitle')}>
      <SignInForm
        next={next}
        company={shared.companySignIn}
        refused={refusalOf([search.error].flat()[0])}
      />
      <p className="mt-6 border-t pt-4 text-xs text-pretty text-ink-faint">{t('door.noAccount')}</p>
    </DoorSheet>
  )
}

/** What the company's sign-in came back with. */
function refusalOf(error: string | undefined): DoorFailure | null {
  if (error === undefined) return null
  const unverified = error === 'email_not_verified'
  return { key: unverified ? 'door.problem.companyEmail' : 'door.problem.company' }
}
