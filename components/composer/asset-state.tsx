import { useState } from 'react'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import type { IconName } from '@/components/ui/icon-name'
import { useI18n } from '@/lib/client/i18n'
import type { AssetStatus } from '@/lib/schemas/asset'
import type { Media } from '@/lib/schemas/media'
import { useModel } from './composer-context'
import { useSubmitAsset } from './use-submit-asset'

type Look = { icon: IconName; ink: string }

const moving: Look = { icon: 'clock', ink: 'text-warn' }
const refused: Look = { icon: 'shield-x', ink: 'text-bad' }
const looks: Record<AssetStatus, Look> = {
  submitting: moving,
  in_review: moving,
  active: { icon: 'check', ink: 'text-ok' },
  rejected: refused,
  failed: refused,
  expired: refused,
  unconfirmed: { icon: 'circle-question-mark', ink: 'text-unsure' },
}

type AssetStateProps = { reference: string; media: Media | null | undefined }

/** Where an item's review stands in the model's library, and the press that begins it. */
export function AssetState({ reference, media }: AssetStateProps) {
  const { t } = useI18n()
  const { library } = useModel().references
  const submit = useSubmitAsset(reference)
  const [sending, setSending] = useState(false)
  if (library === null || media === null) return null
  if (media === undefined) {
    return <span className="text-xs text-ink-faint">{t('material.state.given')}</span>
  }
  const status = sending ? 'submitting' : media.assets[library]?.status
  if (status === undefined) {
    const press = () => {
      setSending(true)
      void submit().finally(() => setSending(false))
    }
    return (
      <button type="button" className="text-link me-1 text-xs" onClick={press}>
        {t('material.state.submit')}
      </button>
    )
  }
  const { icon, ink } = looks[status]
  return (
    <span className={cx('inline-flex items-center gap-1.5 pe-1 text-xs whitespace-nowrap', ink)}>
      <Icon name={icon} size={14} />
      {t(`material.state.${status}`)}
    </span>
  )
}
