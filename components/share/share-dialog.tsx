'use client'

import { Dialog } from '@/components/ui/dialog'
import { ApiError } from '@/lib/client/api'
import { useConfig } from '@/lib/client/config'
import { useI18n } from '@/lib/client/i18n'
import { ShareForm } from './share-form'
import { ShareLinks } from './share-links'
import { useShares } from './use-shares'

type ShareDialogProps = { taskId: string; onClose: () => void }

/** Makes links by which a clip can be seen without an account, and takes them back. */
export function ShareDialog({ taskId, onClose }: ShareDialogProps) {
  const { t } = useI18n()
  const { team } = useConfig()
  const shares = useShares(taskId)
  const refused = shares.error instanceof ApiError && shares.error.status === 403
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('share.title')}
      description={refused ? t('share.notYours') : t('share.text')}
    >
      {!refused && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
          {!team && (
            <p className="rounded-md bg-warn-wash px-3 py-2 text-warn">{t('share.localOnly')}</p>
          )}
          <ShareForm taskId={taskId} />
          <ShareLinks taskId={taskId} shares={shares} />
        </div>
      )}
    </Dialog>
  )
}
