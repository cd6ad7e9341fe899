import { usePathname, useRouter } from 'next/navigation'
import type { MenuItem } from '@/components/ui/menu'
import { useConfig } from '@/lib/client/config'
import { copyText } from '@/lib/client/copy-text'
import { openDraft } from '@/lib/client/draft'
import { useI18n } from '@/lib/client/i18n'
import { notify } from '@/lib/client/notices'
import { useHideTask, usePatchTask } from '@/lib/client/task-changes'
import type { ClipUse } from '@/lib/client/open-clip'
import type { Task } from '@/lib/schemas/task'
import { cardState } from './task-facts'
import { useRights } from './use-rights'

/** What a person can do with a task, wherever it is shown. */
export function useTaskActions(task: Task) {
  const { t } = useI18n()
  const { gatewayUrl } = useConfig()
  const router = useRouter()
  const path = usePathname()
  const patch = usePatchTask()
  const hide = useHideTask()
  const { creates, changes } = useRights(task)

  const copyPrompt = () =>
    copyText(task.input.prompt, { done: t('task.promptCopied'), failed: t('task.notCopied') })

  const copyCurl = async () => {
    const { toCurl } = await import('@/lib/client/curl')
    await copyText(toCurl(task.input, gatewayUrl), {
      done: t('task.curlCopied'),
      failed: t('task.notCopied'),
    })
  }

  const toStudio = () => {
    if (path !== '/') router.push('/')
  }

  const hideTask = () => {
    hide.mutate(task.id)
    toStudio()
  }

  const toggleFavourite = () => patch.mutate({ id: task.id, favourite: !task.favourite })

  const reuse = () => {
    openDraft(task.input, task.title ? { title: task.title } : {})
    notify({ text: t('task.reused') })
    toStudio()
  }

  const makeOfClip = async (use: ClipUse) => {
    notify({ text: t('material.clip.working') })
    try {
      const { openClip } = await import('@/lib/client/open-clip')
      const taken = await openClip(task, use)
      const { model } = task.input
      notify({ text: taken ? t('material.clip.opened') : t('material.clip.waits', { model }) })
      toStudio()
    } catch {
      notify({ text: t('material.clip.failed'), tone: 'bad' })
    }
  }

  const downloadUrl = `/api/tasks/${task.id}/download`

  const clipItems: MenuItem[] =
    creates && cardState(task) === 'completed'
      ? [
          {
            id: 'continue',
            label: t('material.clip.continue'),
            icon: 'step-forward',
            onSelect: () => void makeOfClip('last_frame'),
          },
          {
            id: 'reference',
            label: t('material.clip.reference'),
            icon: 'film',
            onSelect: () => void makeOfClip('clip'),
          },
        ]
      : []

  const menu = (): MenuItem[] => [
    ...clipItems,
    { id: 'prompt', label: t('task.copyPrompt'), icon: 'copy', onSelect: () => void copyPrompt() },
    { id: 'curl', label: t('task.copyCurl'), icon: 'terminal', onSelect: () => void copyCurl() },
    ...only(changes, {
      id: 'hide',
      label: t('task.hide'),
      icon: 'eye-off',
      onSelect: hideTask,
    }),
  ]

  return {
    copyPrompt,
    copyCurl,
    toggleFavourite,
    rename: (title: string | null) => patch.mutate({ id: task.id, title }),
    hide: hideTask,
    /** Opens the settings as a draft beside the present one. */
    reuse,
    downloadUrl,
    menu,
    /** Everything: a card has room for a few buttons only, and less of it on a phone. */
    cardMenu: (): MenuItem[] => [
      {
        id: 'open',
        label: t('task.open'),
        icon: 'panel-right',
        onSelect: () => router.push(`/tasks/${task.id}`),
      },
      {
        id: 'favourite',
        label: t(task.favourite ? 'task.unfavourite' : 'task.favourite'),
        icon: 'star',
        onSelect: toggleFavourite,
      },
      {
        id: 'download',
        label: t('task.download'),
        icon: 'download',
        onSelect: () => window.open(downloadUrl, '_self'),
      },
      ...only(creates, {
        id: 'reuse',
        label: t('task.reuse'),
        icon: 'refresh-cw',
        onSelect: reuse,
      }),
      ...menu(),
    ],
  }
}

const only = (allowed: boolean, item: MenuItem): MenuItem[] => (allowed ? [item] : [])
