import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/client/api'
import type { Share, ShareLife, ShareList } from '@/lib/schemas/share'

export type ShareChoice = Pick<
  Share,
  'caption' | 'show_prompt' | 'show_settings' | 'allow_download'
> & { expires: ShareLife }

const keyOf = (taskId: string) => ['tasks', 'shares', taskId] as const
const pathOf = (taskId: string) => `/api/tasks/${encodeURIComponent(taskId)}/shares`

/** The links of a task. Refusals are not asked about again. */
export function useShares(taskId: string) {
  return useQuery({
    queryKey: keyOf(taskId),
    queryFn: ({ signal }) => api<ShareList>(pathOf(taskId), { signal }),
    select: ({ data }) => data,
  })
}

/** Makes a link and shows it at the head of the list. */
export function useMakeShare(taskId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ShareChoice) => api<Share>(pathOf(taskId), { method: 'POST', body }),
    onSuccess: (share) =>
      client.setQueryData<ShareList>(keyOf(taskId), (list) => ({
        data: [share, ...(list?.data ?? [])],
      })),
  })
}

/** Takes a link back. */
export function useRevokeShare(taskId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api<null>(`/api/shares/${id}`, { method: 'DELETE' }),
    onSuccess: (_answer, id) =>
      client.setQueryData<ShareList>(keyOf(taskId), (list) => ({
        data: (list?.data ?? []).filter((share) => share.id !== id),
      })),
  })
}
