'use client'

import { useState } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { api } from '@/lib/client/api'
import { useI18n } from '@/lib/client/i18n'
import { leaveFor } from '@/lib/client/leave'
import { notify } from '@/lib/client/notices'
import { ListError } from './list-error'
import { ListSkeleton } from './list-skeleton'
import { SessionRow } from './session-row'
import { SettingsSection } from './settings-section'
import { sessionsOptions } from './settings-queries'

/** Where one is signed in, and the way out of each. */
export function SessionsSection() {
  const { t } = useI18n()
  const client = useQueryClient()
  const { data, isError, refetch } = useQuery(sessionsOptions)
  const [leaving, setLeaving] = useState(false)
  const failed = () => notify({ text: t('settings.notSaved'), tone: 'bad' })
  const end = useMutation({
    mutationFn: ({ id }: { id: string; device: string }) =>
      api<null>(`/api/sessions/${id}`, { method: 'DELETE' }),
    onSuccess: (_answer, { device }) => notify({ text: t('settings.sessions.ended', { device }) }),
    onError: failed,
    onSettled: () => client.invalidateQueries(sessionsOptions),
  })
  const endAll = useMutation({
    mutationFn: () => api<null>('/api/sessions', { method: 'DELETE' }),
    onSuccess: () => leaveFor('/sign-in'),
    onError: () => {
      setLeaving(false)
      failed()
    },
  })
  return (
    <SettingsSection
      title={t('settings.sessions.title')}
      end={
        <Button kind="danger" className="pointer-coarse:h-11" onClick={() => setLeaving(true)}>
          {t('settings.sessions.all')}
        </Button>
      }
    >
      {data ? (
        <ul className="border-y">
          {data.data.map((session) => (
            <SessionRow
              key={session.id}
              session={session}
              busy={end.isPending}
              onEnd={(device) => end.mutate({ id: session.id, device })}
            />
          ))}
        </ul>
      ) : isError ? (
        <ListError text={t('settings.sessions.error')} onRetry={() => void refetch()} />
      ) : (
        <ListSkeleton rows={1} />
      )}
      <Dialog
        open={leaving}
        onClose={() => setLeaving(false)}
        title={t('settings.sessions.allTitle')}
        description={t('settings.sessions.allText')}
      >
        <div className="flex justify-end gap-2">
          <Button kind="ghost" onClick={() => setLeaving(false)}>
            {t('settings.cancel')}
          </Button>
          <Button kind="danger" disabled={endAll.isPending} onClick={() => endAll.mutate()}>
            {t('settings.sessions.all')}
          </Button>
        </div>
      </Dialog>
    </SettingsSection>
  )
}
