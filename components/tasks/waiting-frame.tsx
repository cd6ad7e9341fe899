'use client'

import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { approvalOf, type NamedItem } from '@/lib/client/approval'
import { useI18n } from '@/lib/client/i18n'
import { knownMedia } from '@/lib/client/media-store'
import { notify } from '@/lib/client/notices'
import { useResolveTask } from '@/lib/client/task-changes'
import { useMediaItems } from '@/lib/client/use-media-items'
import { mentionText } from '@/lib/models/mentions'
import type { Task } from '@/lib/schemas/task'
import { Ticks } from './ticks'
import { useRights } from './use-rights'

type WaitingFrameProps = { task: Task; compact?: boolean }

/** A task that is not sent yet: for what it waits, and the way to end that. */
export function WaitingFrame({ task, compact = false }: WaitingFrameProps) {
  const { t } = useI18n()
  const resolve = useResolveTask()
  const { changes } = useRights(task)
  const names = useWaitsFor(task)
  const cancel = () =>
    resolve.mutate(
      { id: task.id, action: 'cancel' },
      { onError: () => notify({ text: t('feed.notSaved'), tone: 'bad' }) },
    )
  return (
    <div className="absolute inset-0 bg-frame">
      {!compact && <Ticks />}
      <div
        className={cx('absolute z-1', compact ? 'inset-x-3.5 bottom-3' : 'inset-x-6 bottom-5.5')}
      >
        {names !== '' && (
          <p className="mb-1 line-clamp-2 text-xs text-ink-soft">{t('task.waitsFor', { names })}</p>
        )}
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p className="font-medium">{t('task.state.waiting')}</p>
          {changes && (
            <Button
              kind="quiet"
              size="sm"
              disabled={resolve.isPending}
              onClick={cancel}
              className="bg-frame pointer-coarse:h-11"
            >
              {t('task.cancel')}
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}

/** Names of the items whose review is still open. */
function useWaitsFor(task: Task): string {
  const { t, locale } = useI18n()
  useMediaItems(task.material)
  const approval = approvalOf(task.input, knownMedia)
  const nameOf = ({ path, kind, number }: NamedItem) => {
    if (number !== null) return mentionText(kind, number, locale).slice(1)
    return t(path === 'first_image' ? 'task.firstFrame' : 'task.lastFrame')
  }
  return [...(approval?.submits ?? []), ...(approval?.waits ?? [])]
    .map(nameOf)
    .join(t('composer.change.comma'))
}
