'use client'

import { useState } from 'react'
import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'
import { useI18n } from '@/lib/client/i18n'
import type { Offer } from '@/lib/schemas/member'
import { DoorSheet } from './door-sheet'
import { JoinForm } from './join-form'

type JoinViewProps = {
  token: string
  /** null: the link was used, has expired, was revoked, or never was one. */
  offer: Offer | null
  /** Who looks at it, if they are a member already. */
  member: string | null
}

/** What an invitation's link opens. */
export function JoinView({ token, offer, member }: JoinViewProps) {
  const { t, format } = useI18n()
  const [closed, setClosed] = useState(offer === null)
  if (closed || offer === null) {
    return (
      <DoorSheet title={t('door.closedTitle')} text={t('door.closedText')}>
        <p className="mb-5 text-ink-soft">{t('door.closedMember')}</p>
        <Link href="/sign-in" prefetch={false} className={buttonClass('quiet', 'lg')}>
          {t('door.signIn')}
        </Link>
      </DoorSheet>
    )
  }
  return (
    <DoorSheet title={t('door.joinTitle')} text={t(`door.joinAs.${offer.role}`)}>
      {member !== null && (
        <p className="mb-5 rounded-md bg-warn-wash px-3 py-2.5">
          {t('door.signedInAs', { name: member })}
        </p>
      )}
      <JoinForm token={token} name={offer.name ?? ''} onClosed={() => setClosed(true)} />
      <p className="mt-6 border-t pt-4 text-xs text-ink-faint">
        {t('door.until', { date: format.moment(offer.expires_at) })} {t('door.haveAccount')}{' '}
        <Link href="/sign-in" prefetch={false} className="text-link">
          {t('door.signIn')}
        </Link>
      </p>
    </DoorSheet>
  )
}
