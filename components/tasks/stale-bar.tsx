'use client'

import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'
import { useRefusal } from '@/lib/client/use-refusal'

/** The server does not answer: what is on screen stays, and says that it may be old. */
export function StaleBar({ onRetry }: { onRetry: () => void }) {
  const { t } = useI18n()
  // It answers, and the shell says what.
  const turnedAway = useRefusal() === 'unauthorized'
  if (turnedAway) return null
  return (
    <div
      role="status"
      className="mx-(--pane-x) mb-3 flex items-center gap-2.5 rounded-md bg-warn-wash py-1.5 ps-3 pe-1.5"
    >
      <Icon name="cloud-off" className="text-warn" />
      <span className="min-w-0 flex-1">{t('feed.stale')}</span>
      <Button kind="ghost" onClick={onRetry}>
        {t('feed.tryAgain')}
      </Button>
    </div>
  )
}
