import { useEffect, useState } from 'react'
import { useRouter } from 'next/navigation'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { stateWords } from '@/components/tasks/state-words'
import { cardState } from '@/components/tasks/task-facts'
import { api } from '@/lib/client/api'
import { cutText } from '@/lib/models/cut-text'
import { useConfig } from '@/lib/client/config'
import { useI18n } from '@/lib/client/i18n'
import type { Collection } from '@/lib/schemas/collection'
import type { TaskList } from '@/lib/schemas/task'
import type { Command } from './command'

const typingPauseMs = 150
const mostTasks = 6
const nameLength = 90

const tasksOptions = (q: string) =>
  queryOptions({
    queryKey: ['palette', 'tasks', q],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ limit: String(mostTasks), ...(q && { q }) })
      return api<TaskList>(`/api/tasks?${query}`, { signal })
    },
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  })
const collectionsOptions = queryOptions({
  queryKey: ['collections'],
  queryFn: ({ signal }) => api<{ data: Collection[] }>('/api/collections', { signal }),
})

/** The newest tasks, or those with the words of the query; and the team's collections. */
export function useFinds(query: string) {
  const { t } = useI18n()
  const router = useRouter()
  const { member } = useConfig()
  const q = useSettled(query.trim())
  const tasks = useQuery(tasksOptions(q))
  const collections = useQuery(collectionsOptions)

  // An answer to other words counts for as far as it has these.
  const isAnswer = !tasks.isPlaceholderData && q === query.trim()
  const found = (tasks.data?.data ?? []).map((task): Command => {
    const state = t(stateWords[cardState(task)])
    return {
      id: task.id,
      group: 'tasks',
      icon: 'film',
      name: cutText(task.title ?? task.input.prompt, nameLength) || task.id,
      fact: task.author.id === member.id ? state : `${task.author.name}, ${state}`,
      found: isAnswer,
      run: () => router.push(`/tasks/${task.id}`),
    }
  })
  const shelves = (collections.data?.data ?? []).map(({ id, name, count }): Command => ({
    id,
    group: 'collections',
    icon: 'images',
    name,
    fact: t('gallery.count', { count }),
    words: t('palette.words.collection'),
    run: () => router.push(`/gallery?collection=${id}`),
  }))
  return {
    commands: [...found, ...shelves],
    failed: tasks.isError,
    looking: tasks.isFetching || !isAnswer,
    again: () => void tasks.refetch(),
  }
}

/** The words once somebody pauses in typing them. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), typingPauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
