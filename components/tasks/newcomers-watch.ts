import { useEffect } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/client/api'
import { useMember } from '@/lib/client/config'
import { welcomeTasks } from '@/lib/client/task-cache'
import { taskKeys } from '@/lib/client/task-queries'
import type { TaskList } from '@/lib/schemas/task'

const everyMs = 4_000

/** What others begin comes into the feed by itself; a tab that nobody sees does not ask. */
export function NewcomersWatch(): null {
  const client = useQueryClient()
  const member = useMember()
  const { data } = useQuery({
    queryKey: taskKeys.newest,
    queryFn: ({ signal }) => api<TaskList>('/api/tasks?limit=20', { signal }),
    staleTime: everyMs,
    refetchInterval: everyMs,
  })
  useEffect(() => {
    // One's own have a card already, which waits for its answer.
    const others = data?.data.filter(({ author }) => author.id !== member.id) ?? []
    if (others.length > 0) welcomeTasks(client, others)
  }, [client, data, member.id])
  return null
}
