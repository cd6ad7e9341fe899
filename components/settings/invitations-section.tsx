'use client'

import { useState } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { api } from '@/lib/client/api'
import { useI18n } from '@/lib/client/i18n'
import { notify } from '@/lib/client/notices'
import { InvitationRow } from './invitation-row'
import { InviteDialog } from './invite-dialog'
import { ListError } from './list-error'
import { ListSkeleton } from './list-skeleton'
import { SettingsSection } from './settings-section'
import { invitationsOptions } from './settings-queries'

/** The ways into the team; for admins. */
export function InvitationsSection() {
  const { t } = useI18n()
  const client = useQueryClient()
  const { data, isError, refetch } = useQuery(invitationsOptions)
  const [inviting, setInviting] = useState(false)
  const refresh = () => client.invalidateQueries(invitationsOptions)
  const revoke = useMutation({
    mutationFn: (id: string) => api<null>(`/api/invitations/${id}`, { method: 'DELETE' }),
    onSuccess: () => notify({ text: t('settings.invitations.revoked') }),
    onError: () => notify({ text: t('settings.notSaved'), tone: 'bad' }),
    onSettled: refresh,
  })
  return (
    <SettingsSection
      title={t('settings.invitations.title')}
      text={t('settings.invitations.text')}
      end={
        <Button
          kind="primary"
          data-invite
          className="pointer-coarse:h-11"
          onClick={() => setInviting(true)}
        >
          <Icon name="user-plus" />
          {t('settings.invitations.make')}
        </Button>
      }
    >
      {data?.data.length === 0 ? (
        <p className="border-y py-5 text-ink-soft">{t('settings.invitations.none')}</p>
      ) : data ? (
        <ul className="border-y">
          {data.data.map((invitation) => (
            <InvitationRow
              key={invitation.id}
              invitation={invitation}
              busy={revoke.isPending}
              onRevoke={() => revoke.mutate(invitation.id)}
            />
          ))}
        </ul>
      ) : isError ? (
        <ListError text={t('settings.invitations.error')} onRetry={() => void refetch()} />
      ) : (
        <ListSkeleton rows={2} />
      )}
      {inviting && (
        <InviteDialog onClose={() => setInviting(false)} onMade={() => void refresh()} />
      )}
    </SettingsSection>
  )
}
