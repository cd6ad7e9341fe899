'use client'

import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useConfig } from '@/lib/client/config'
import { useI18n } from '@/lib/client/i18n'
import type { Task } from '@/lib/schemas/task'
import { ClipLetter } from './clip-letter'

type PickHeadProps = {
  task: Task
  letter: string
  /** null for who may not pick. */
  onPick: (() => void) | null
  onUnpick: () => void
}

/** The head of a clip's column: its letter, and its button or who has picked it. */
export function PickHead({ task, letter, onPick, onUnpick }: PickHeadProps) {
  const { t } = useI18n()
  const { team } = useConfig()
  const by = task.picked_by
  return (
    <span className="-ms-1.25 flex min-h-8 flex-wrap items-center gap-x-2">
      <ClipLetter letter={letter} picked={by !== null} />
      {by === null ? (
        onPick && (
          <Button kind="quiet" className="pointer-coarse:h-11" onClick={onPick}>
            {t('compare.pick', { letter })}
          </Button>
        )
      ) : (
        <>
          <span className="flex min-w-0 items-center gap-1 text-xs font-medium text-ok">
            <Icon name="check" size={14} />
            <span className="truncate">
              {team ? t('compare.pickedBy', { name: by.name }) : t('compare.isPicked')}
            </span>
          </span>
          {onPick && (
            <Button kind="ghost" size="sm" className="pointer-coarse:h-11" onClick={onUnpick}>
              {t('feed.undo')}
              <span className="sr-only"> {letter}</span>
            </Button>
          )}
        </>
      )}
    </span>
  )
}
