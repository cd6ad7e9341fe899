import { useRouter } from 'next/navigation'
import type { MenuItem } from '@/components/ui/menu'
import { api } from '@/lib/client/api'
import { useMember } from '@/lib/client/config'
import { copyText } from '@/lib/client/copy-text'
import { useI18n } from '@/lib/client/i18n'
import { notify } from '@/lib/client/notices'
import { isAtLeast, mayChange } from '@/lib/models/access'
import type { Tile } from '@/lib/schemas/gallery'
import type { Task } from '@/lib/schemas/task'
import { useGallery } from './gallery-context'

/** What one can do with a clip of the grid. `reuse` is absent for those who make nothing. */
export function useTileMenu(tile: Tile) {
  const { t } = useI18n()
  const member = useMember()
  const router = useRouter()
  const { open, favour, hide, restore, select } = useGallery()
  const makes = isAtLeast(member, 'creator')
  const mine = mayChange(member, { authorId: tile.author.id })

  const withTask = async (act: (task: Task) => Promise<void>) => {
    try {
      await act(await api<Task>(`/api/tasks/${tile.id}`))
    } catch {
      notify({ text: t('feed.noServer'), tone: 'bad' })
    }
  }
  const reuse = () =>
    void withTask(async ({ input, title }) => {
      const { openDraft } = await import('@/lib/client/draft')
      openDraft(input, title ? { title } : {})
      notify({ text: t('task.reused') })
      router.push('/')
    })
  const makeOfClip = (use: 'clip' | 'last_frame') =>
    void withTask(async (task) => {
      notify({ text: t('material.clip.working') })
      const { openClip } = await import('@/lib/client/open-clip')
      const taken = await openClip(task, use)
      const { model } = task.input
      notify({ text: taken ? t('material.clip.opened') : t('material.clip.waits', { model }) })
      router.push('/')
    })
  const copyPrompt = () =>
    void withTask(({ input }) =>
      copyText(input.prompt, { done: t('task.promptCopied'), failed: t('task.notCopied') }),
    )

  const items = (): MenuItem[] => [
    { id: 'open', label: t('task.open'), icon: 'panel-right', onSelect: () => open(tile.id) },
    {
      id: 'select',
      label: t('gallery.select'),
      icon: 'copy-check',
      onSelect: () => select(tile, false),
    },
    {
      id: 'favourite',
      label: t(tile.favourite ? 'task.unfavourite' : 'task.favourite'),
      icon: 'star',
      onSelect: () => favour([tile], !tile.favourite),
    },
    {
      id: 'download',
      label: t('task.download'),
      icon: 'download',
      onSelect: () => window.open(`/api/tasks/${tile.id}/download`, '_self'),
    },
    ...(tile.take_group === null
      ? []
      : [
          {
            id: 'compare',
            label: t('gallery.compareTakes'),
            icon: 'square-split-horizontal',
            onSelect: () => router.push(`/compare?group=${tile.take_group}`),
          } as const,
        ]),
    ...(makes
      ? ([
          { id: 'reuse', label: t('task.reuse'), icon: 'refresh-cw', onSelect: reuse },
          {
            id: 'continue',
            label: t('material.clip.continue'),
            icon: 'step-forward',
            onSelect: () => makeOfClip('last_frame'),
          },
          {
            id: 'reference',
            label: t('material.clip.reference'),
            icon: 'film',
            onSelect: () => makeOfClip('clip'),
          },
        ] as const)
      : []),
    { id: 'prompt', label: t('task.copyPrompt'), icon: 'copy', onSelect: copyPrompt },
    ...(mine
      ? [
          tile.hidden
            ? ({
                id: 'restore',
                label: t('gallery.restore'),
                icon: 'eye',
                onSelect: () => restore([tile]),
              } as const)
            : ({
                id: 'hide',
                label: t('task.hide'),
                icon: 'eye-off',
                onSelect: () => hide([tile]),
              } as const),
        ]
      : []),
  ]
  return { items, reuse: makes ? reuse : null }
}
