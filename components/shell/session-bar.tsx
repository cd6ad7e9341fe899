'use client'

import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { useI18n } from '@/lib/client/i18n'
import { signInPath } from '@/lib/client/next-path'
import { dismissRefusal, type Refusal } from '@/lib/client/session'

const way = 'h-8 rounded-md px-2 font-semibold underline decoration-1 underline-offset-3'

/** Says that the server turned this browser away, and leads back. The page stays as it is. */
export function SessionBar({ refusal }: { refusal: Refusal }) {
  const { t } = useI18n()
  const pathname = usePathname()
  const search = useSearchParams().toString()
  const ended = refusal === 'unauthorized'
  return (
    <div
      role="alert"
      className="pointer-events-none fixed inset-x-3 top-3 z-50 flex justify-center max-desk:top-15"
    >
      <div className="pointer-events-auto flex min-h-11 items-center gap-3 rounded-lg bg-ink py-1.5 ps-4 pe-2 text-bg shadow-float">
        <Icon name="lock" />
        <span>{t(ended ? 'shell.sessionEnded' : 'shell.refused')}</span>
        {ended ? (
          <Link
            href={signInPath({ pathname, search: search && `?${search}` })}
            prefetch={false}
            className={`${way} inline-flex items-center`}
          >
            {t('shell.signIn')}
          </Link>
        ) : (
          <>
            <button type="button" className={way} onClick={() => window.location.reload()}>
              {t('shell.reload')}
            </button>
            <IconButton
              icon="x"
              label={t('shell.dismiss')}
              tip="none"
              look="inverse"
              onClick={dismissRefusal}
            />
          </>
        )}
      </div>
    </div>
  )
}
