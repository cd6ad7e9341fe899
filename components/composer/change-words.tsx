import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import { reopenDraft, undoChange } from '@/lib/client/draft'
import type { OpenDraft } from '@/lib/client/draft-state'
import { useI18n } from '@/lib/client/i18n'
import { useChangeWords } from './use-change-words'

export function ChangeMade({ change }: { change: NonNullable<OpenDraft['change']> }) {
  const { t } = useI18n()
  const words = useChangeWords()
  return (
    <Line action={t('composer.change.undo')} onAction={undoChange}>
      {words(change.changes)}
    </Line>
  )
}

export function DraftClosed() {
  const { t } = useI18n()
  return (
    <Line action={t('composer.change.reopen')} onAction={reopenDraft}>
      {t('composer.change.closed')}
    </Line>
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
