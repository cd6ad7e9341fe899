'use client'

import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useI18n } from '@/lib/client/i18n'
import type { TeamMember } from '@/lib/schemas/member'
import { ListError } from './list-error'
import { ListSkeleton } from './list-skeleton'
import { MemberRow } from './member-row'
import { RemovedMembers } from './removed-members'
import { SettingsSection } from './settings-section'
import { membersOptions } from './settings-queries'
import { useChangeMember } from './use-change-member'

/** Who is in the team; admins say who, and as what. */
export function MembersSection() {
  const { t } = useI18n()
  const { data, isError, refetch } = useQuery(membersOptions)
  const [doomed, setDoomed] = useState<TeamMember | null>(null)
  const change = useChangeMember()
  const members = data?.data.filter(({ removed_at }) => removed_at === null) ?? []
  const removed = data?.data.filter(({ removed_at }) => removed_at !== null) ?? []

  const remove = (member: TeamMember) => {
    setDoomed(null)
    const said = t('settings.members.removed', { name: member.name })
    change.mutate({ id: member.id, change: { removed: true }, said })
  }

  return (
    <SettingsSection
      title={t('settings.members.title')}
      text={data && t('settings.members.count', { count: members.length })}
    >
      {data ? (
        <ul className="border-y">
          {members.map((member) => (
            <MemberRow key={member.id} member={member} onRemove={() => setDoomed(member)} />
          ))}
        </ul>
      ) : isError ? (
        <ListError text={t('settings.members.error')} onRetry={() => void refetch()} />
      ) : (
        <ListSkeleton rows={3} />
      )}
      <RemovedMembers members={removed} />
      <Dialog
        open={doomed !== null}
        onClose={() => setDoomed(null)}
        title={t('settings.members.removeTitle', { name: doomed?.name ?? '' })}
        description={t('settings.members.removeText')}
      >
        <div className="flex justify-end gap-2">
          <Button kind="ghost" onClick={() => setDoomed(null)}>
            {t('settings.cancel')}
          </Button>
          <Button kind="danger" onClick={() => doomed && remove(doomed)}>
            {t('settings.members.removeGo')}
          </Button>
        </div>
      </Dialog>
    </SettingsSection>
  )
}
