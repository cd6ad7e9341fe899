import { useEffect } from 'react'
import { usePathname, useRouter } from 'next/navigation'
import { focusManager, useQuery } from '@tanstack/react-query'
import { endWords } from '@/components/tasks/end-words'
import { api } from '@/lib/client/api'
import { awaited } from '@/lib/client/awaited'
import { useI18n } from '@/lib/client/i18n'
import { notify } from '@/lib/client/notices'
import { tellOfEnd } from '@/lib/client/notify'
import { pollInterval } from '@/lib/client/poll-interval'
import { isEnd } from '@/lib/client/task-end'
import type { Task } from '@/lib/schemas/task'
import { useTitleCount } from './use-title-count'

/** Asks for one's own tasks under way, all at once, and tells of those that have ended. */
export function Follower() {
  const { t } = useI18n()
  const router = useRouter()
  const path = usePathname()
  const count = useTitleCount()
  const { data } = useQuery({
    queryKey: ['tasks', 'awaited'],
    queryFn: async ({ signal }) => {
      const ids = awaited.ids()
      if (ids.length === 0) return []
      const { data: tasks } = await api<{ data: Task[] }>(
        `/api/tasks/updates?ids=${ids.join(',')}`,
        { signal },
      )
      // What is not there any more, or is somebody else's secret now, is not waited for.
      awaited.remove(ids.filter((id) => !tasks.some((task) => task.id === id)))
      return tasks
    },
    staleTime: 0,
    gcTime: 0,
    refetchInterval: ({ state }) =>
      pollInterval(
        (state.data ?? []).filter(({ status }) => !isEnd(status)),
        { now: Date.now(), hidden: !focusManager.isFocused() },
      ),
    refetchIntervalInBackground: true,
  })

  useEffect(() => {
    for (const task of data ?? []) {
      if (!isEnd(task.status) || !awaited.ids().includes(task.id)) continue
      awaited.remove([task.id])
      // Its own page shows and says it.
      if (path === `/tasks/${task.id}`) continue
      const open = () => router.push(`/tasks/${task.id}`)
      const words = endWords(task, t)
      const show = () =>
        notify({
          text: `${words.title}: ${words.body}`,
          tone: task.status === 'completed' ? 'plain' : 'bad',
          action: { label: t('notify.open'), run: open },
        })
      count()
      void tellOfEnd(task, words, { show, open })
    }
  }, [data, path, router, t, count])

  return null
}
