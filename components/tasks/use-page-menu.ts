import { useRouter } from 'next/navigation'
import type { MenuItem } from '@/components/ui/menu'
import { useMember } from '@/lib/client/config'
import { openDraft } from '@/lib/client/draft'
import { useI18n } from '@/lib/client/i18n'
import { notify } from '@/lib/client/notices'
import { useHideTask } from '@/lib/client/task-changes'
import { isAtLeast, mayChange } from '@/lib/models/access'
import { cutText } from '@/lib/models/cut-text'
import type { Task } from '@/lib/schemas/task'
import { cardState } from './task-facts'
import { useTaskActions } from './use-task-actions'

const longestName = 60

type Options = {
  /** null where there is nothing to share, or no right to. */
  share: (() => void) | null
  onGone?: (() => void) | undefined
}

/** What a task's page offers under "More": on a phone that includes what its head has no room for. */
export function usePageMenu(task: Task, { share, onGone }: Options): () => MenuItem[] {
  const { t } = useI18n()
  const router = useRouter()
  const member = useMember()
  const actions = useTaskActions(task)
  const hide = useHideTask()
  const creates = isAtLeast(member, 'creator')
  const mine = mayChange(member, { authorId: task.author.id })

  const vary = () => {
    const name = cutText(task.title ?? task.input.prompt, longestName)
    openDraft(task.input, { title: t('task.variationOf', { name }) })
    notify({ text: t('task.variationMade') })
    router.push('/')
  }

  const forPhones = (): MenuItem[] => [
    {
      id: 'favourite',
      label: t(task.favourite ? 'task.unfavourite' : 'task.favourite'),
      icon: 'star',
      onSelect: actions.toggleFavourite,
    },
    ...(cardState(task) === 'completed'
      ? [
          {
            id: 'download',
            label: t('task.download'),
            icon: 'download',
            onSelect: () => window.open(actions.downloadUrl, '_self'),
          } as const,
        ]
      : []),
    ...(share
      ? [{ id: 'share', label: t('task.share'), icon: 'link-2', onSelect: share } as const]
      : []),
  ]

  const others = (): MenuItem[] =>
    actions.menu().flatMap((item) => {
      if (!creates && (item.id === 'continue' || item.id === 'reference')) return []
      if (item.id !== 'hide') return [item]
      if (!mine) return []
      if (!onGone) return [item]
      const onSelect = () => {
        hide.mutate(task.id)
        onGone()
      }
      return [{ ...item, onSelect }]
    })

  return () => [
    ...(window.matchMedia('(width < 640px)').matches ? forPhones() : []),
    ...(creates
      ? [{ id: 'vary', label: t('task.variation'), icon: 'copy-check', onSelect: vary } as const]
      : []),
    ...others(),
  ]
}
