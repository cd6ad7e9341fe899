import { queryOptions } from '@tanstack/react-query'
import { api } from '@/lib/client/api'
import type { Invitation, MemberList } from '@/lib/schemas/member'
import type { SessionList } from '@/lib/schemas/session'

export const membersOptions = queryOptions({
  queryKey: ['members'],
  queryFn: ({ signal }) => api<MemberList>('/api/members', { signal }),
})

export const invitationsOptions = queryOptions({
  queryKey: ['invitations'],
  queryFn: ({ signal }) => api<{ data: Invitation[] }>('/api/invitations', { signal }),
})

export const sessionsOptions = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => api<SessionList>('/api/sessions', { signal }),
})
