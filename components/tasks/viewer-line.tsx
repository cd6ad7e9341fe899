'use client'

import { Icon } from '@/components/ui/icon'
import { useMember } from '@/lib/client/config'
import { useI18n } from '@/lib/client/i18n'

/** Tells those who only look why there is no form. */
export function ViewerLine() {
  const { t } = useI18n()
  if (useMember().role !== 'viewer') return null
  return (
    <p className="mx-(--pane-x) mt-3 flex items-center gap-2.5 rounded-md bg-bg px-3 py-2 text-ink-soft">
      <Icon name="eye" className="text-ink-faint" />
      {t('feed.viewer')}
    </p>
  )
}
