'use client'

import { IconButton } from '@/components/ui/icon-button'
import { useI18n } from '@/lib/client/i18n'
import type { Walk } from './use-walk'

/** On to the neighbours in the filtered gallery, and which one of how many this is. */
export function TaskWalk({ walk: { around, step } }: { walk: Walk }) {
  const { t, format } = useI18n()
  const { index = null, total = 0, previous = null, next = null } = around ?? {}
  return (
    <>
      <IconButton
        icon="chevron-left"
        label={t('task.newer')}
        tip="below"
        disabled={previous === null}
        onClick={() => void step('previous')}
        className="pointer-coarse:size-11"
      />
      <IconButton
        icon="chevron-right"
        label={t('task.older')}
        tip="below"
        disabled={next === null}
        onClick={() => void step('next')}
        className="pointer-coarse:size-11"
      />
      {index !== null && (
        <span className="shrink-0 px-1.5 whitespace-nowrap text-ink-faint max-wide:hidden">
          {t('task.place', { index: format.number(index), total: format.number(total) })}
        </span>
      )}
    </>
  )
}
