'use client'

import { useState, useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import { useI18n } from '@/lib/client/i18n'
import { askToNotify, notifiesBy } from '@/lib/client/notify'

const never = () => () => {}

/** Whether the browser tells of one's own clips while nobody looks; asked for on a press alone. */
export function NotifyChoice() {
  const { t } = useI18n()
  const found = useSyncExternalStore(never, notifiesBy, () => 'none' as const)
  const [given, setGiven] = useState<NotificationPermission | null>(null)
  const answer = given ?? found
  if (answer === 'none') return null
  return (
    <div>
      <p className="mb-2 text-xs font-medium text-ink-faint">{t('notify.title')}</p>
      {answer === 'default' ? (
        <Button onClick={() => void askToNotify().then(setGiven)}>{t('notify.allow')}</Button>
      ) : (
        <p role="status" className="text-ink-soft">
          {t(answer === 'granted' ? 'notify.on' : 'notify.blocked')}
        </p>
      )}
    </div>
  )
}
