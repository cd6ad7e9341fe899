import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import { reopenDraft, undoChange } from '@/lib/client/draft'
import { activeEntry } from '@/lib/client/draft-state'
import { useDrafts } from '@/lib/client/draft-store'
import { useI18n } from '@/lib/client/i18n'
import { useChangeWords } from './change-words'

/** What just happened to the draft without being typed, with its Undo; goes at the next edit. */
export function ChangeLine() {
  const { t } = useI18n()
  const change = useDrafts((state) => activeEntry(state).change)
  const closed = useDrafts((state) => state.closed)
  const words = useChangeWords()
  return (
    <div role="status" className="-mt-2 empty:-mt-4">
      {change !== null ? (
        <Line action={t('composer.change.undo')} onAction={undoChange}>
          {words(change.changes)}
        </Line>
      ) : (
        closed !== null && (
          <Line action={t('composer.change.reopen')} onAction={reopenDraft}>
            {t('composer.change.closed')}
          </Line>
        )
      )}
    </div>
  )
}

type LineProps = { action: string; onAction: () => void; children: ReactNode }

function Line({ action, onAction, children }: LineProps) {
  return (
    <p className="flex items-start gap-2 px-0.5 text-xs leading-4.5 text-ink-soft">
      <Icon name="info" className="mt-px text-ink-faint" />
      <span className="flex-1">{children}</span>
      <button type="button" className="text-link" onClick={onAction}>
        {action}
      </button>
    </p>
  )
}
