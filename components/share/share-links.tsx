'use client'

import { Button } from '@/components/ui/button'
import { useI18n } from '@/lib/client/i18n'
import { ShareLink } from './share-link'
import type { useShares } from './use-shares'

type ShareLinksProps = { taskId: string; shares: ReturnType<typeof useShares> }

/** The links that stand, with those that have ended. */
export function ShareLinks({ taskId, shares }: ShareLinksProps) {
  const { t } = useI18n()
  const { data, isError, refetch } = shares
  return (
    <section aria-label={t('share.links')} className="border-t pt-4">
      <h3 className="mb-1 font-medium">{t('share.links')}</h3>
      {data?.length === 0 && <p className="h-14 text-ink-faint">{t('share.noLinks')}</p>}
      {data && data.length > 0 && (
        <ul className="divide-y">
          {data.map((share) => (
            <ShareLink key={share.id} taskId={taskId} share={share} />
          ))}
        </ul>
      )}
      {!data && !isError && <div className="h-14 animate-pulse rounded-md bg-hover" />}
      {!data && isError && (
        <div role="alert" className="flex h-14 items-start gap-3">
          <p className="flex-1 text-bad">{t('share.loadFailed')}</p>
          <Button kind="quiet" size="sm" onClick={() => void refetch()}>
            {t('share.again')}
          </Button>
        </div>
      )}
    </section>
  )
}
