'use client'

import { useEffect } from 'react'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { useI18n } from '@/lib/client/i18n'
import { dismissNotice, useNotice } from '@/lib/client/notices'

const staysMs = 10_000

/** The one short message at the foot of the screen, with its way back. */
export function NoticeBar() {
  const { t } = useI18n()
  const notice = useNotice()
  const id = notice?.id

  useEffect(() => {
    if (id === undefined) return
    const timer = setTimeout(() => dismissNotice(id), staysMs)
    return () => clearTimeout(timer)
  }, [id])

  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-3 bottom-5 z-40 flex justify-center max-desk:bottom-22"
    >
      {notice && (
        <div className="pointer-events-auto flex min-h-11 items-center gap-3 rounded-lg bg-ink py-1.5 ps-4 pe-2 text-bg shadow-float">
          {notice.tone === 'bad' && <Icon name="triangle-exclamation-point" />}
          <span>{notice.text}</span>
          {notice.action && (
            <button
              type="button"
              className="h-8 rounded-md px-2 font-semibold underline decoration-1 underline-offset-3"
              onClick={() => {
                notice.action?.run()
                dismissNotice(notice.id)
              }}
            >
              {notice.action.label}
            </button>
          )}
          <IconButton
            icon="x"
            label={t('shell.dismiss')}
            tip="none"
            onClick={() => dismissNotice(notice.id)}
            look="inverse"
          />
        </div>
      )}
    </div>
  )
}
