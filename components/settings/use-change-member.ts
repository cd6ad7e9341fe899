import { useRouter } from 'next/navigation'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ApiError } from '@/lib/client/api'
import { useMember } from '@/lib/client/config'
import { useI18n } from '@/lib/client/i18n'
import { notify } from '@/lib/client/notices'
import type { MemberPatch, TeamMember } from '@/lib/schemas/member'
import { membersOptions } from './settings-queries'

type Change = { id: string; change: MemberPatch; said: string }

/** Changes a member, and says what came of it. */
export function useChangeMember() {
  const { t } = useI18n()
  const client = useQueryClient()
  const router = useRouter()
  const self = useMember()
  return useMutation({
    mutationFn: ({ id, change }: Change) =>
      api<TeamMember>(`/api/members/${id}`, { method: 'PATCH', body: change }),
    onSuccess: (changed, { said }) => {
      client.setQueryData(
        membersOptions.queryKey,
        (list) => list && { data: list.data.map((one) => (one.id === changed.id ? changed : one)) },
      )
      notify({ text: said })
      // Name and role stand in the rail too.
      if (changed.id === self.id) router.refresh()
    },
    onError: (error) => {
      const last = error instanceof ApiError && error.code === 'conflict'
      notify({ text: t(last ? 'settings.members.lastAdmin' : 'settings.notSaved'), tone: 'bad' })
      return client.invalidateQueries(membersOptions)
    },
  })
}
