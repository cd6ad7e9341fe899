import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/client/api'
import { useMember } from '@/lib/client/config'
import { useI18n } from '@/lib/client/i18n'
import { notify } from '@/lib/client/notices'
import { cachedTask, storeTasks } from '@/lib/client/task-cache'
import type { Task } from '@/lib/schemas/task'

type Pick = { id: string; picked: boolean }

/**
 * Picks one of the clips, and takes the pick from the others: among rivals one wins. Shown at once and
 * taken back where the server does not take it.
 */
export function usePick(tasks: readonly Task[], letterOf: (id: string) => string) {
  const client = useQueryClient()
  const member = useMember()
  const { t } = useI18n()

  const { mutate } = useMutation({
    mutationFn: (changes: readonly Pick[]) =>
      Promise.all(
        changes.map(({ id, picked }) =>
          api<Task>(`/api/tasks/${id}`, { method: 'PATCH', body: { picked } }),
        ),
      ),
    onMutate: (changes) => {
      const before = changes.flatMap(({ id }) => cachedTask(client, id) ?? [])
      const by = { id: member.id, name: member.name }
      const after = before.map((task) => {
        const picked = changes.some((change) => change.id === task.id && change.picked)
        return { ...task, picked_by: picked ? by : null }
      })
      storeTasks(client, after)
      return before
    },
    onSuccess: (answers) => storeTasks(client, answers),
    onError: (_error, _changes, before) => {
      storeTasks(client, before ?? [])
      notify({ text: t('feed.notSaved'), tone: 'bad' })
    },
  })

  const change = (changes: readonly Pick[], text: string) => {
    const back = changes.map(({ id, picked }) => ({ id, picked: !picked }))
    mutate(changes)
    notify({ text, action: { label: t('feed.undo'), run: () => mutate(back) } })
  }

  return {
    pick: (id: string) => {
      const rivals = tasks.filter((task) => task.picked_by !== null && task.id !== id)
      if (cachedTask(client, id)?.picked_by) return
      const letter = letterOf(id)
      const others = rivals.map((task) => ({ id: task.id, picked: false }))
      const instead = rivals.map((task) => letterOf(task.id)).join(', ')
      change(
        [...others, { id, picked: true }],
        instead === ''
          ? t('compare.picked', { letter })
          : t('compare.pickedInstead', { letter, instead }),
      )
    },
    unpick: (id: string) =>
      change([{ id, picked: false }], t('compare.unpicked', { letter: letterOf(id) })),
  }
}
