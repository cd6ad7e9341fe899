import { Icon } from '@/components/ui/icon'
import type { NamedItem } from '@/lib/client/approval'
import { useI18n } from '@/lib/client/i18n'
import { mentionText } from '@/lib/models/mentions'
import { useApproval } from './use-approval'

/** What Generate waits for, and that it costs nothing until then; or what stands in its way. */
export function ApprovalLine() {
  const { t, locale } = useI18n()
  const approval = useApproval()
  if (approval === null) return null
  const nameOf = ({ path, kind, number }: NamedItem) => {
    if (number !== null) return mentionText(kind, number, locale).slice(1)
    return t(path === 'first_image' ? 'composer.frames.first_image' : 'composer.frames.last_image')
  }
  const named = (items: readonly NamedItem[]) => items.map(nameOf).join(t('composer.change.comma'))
  const { waits, submits, refused } = approval
  const text =
    refused.length > 0
      ? t(refused.length > 1 ? 'material.approval.refusedSeveral' : 'material.approval.refused', {
          names: named(refused),
        })
      : waits.length === 0
        ? t('material.approval.submits', { names: named(submits) })
        : submits.length === 0
          ? t('material.approval.waits', { names: named(waits) })
          : t('material.approval.waitsAndSubmits', { waits: named(waits), submits: named(submits) })
  const stuck = refused.length > 0
  return (
    <p role="status" className="flex items-start gap-2 text-xs leading-4.5 text-ink-soft">
      <Icon
        name={stuck ? 'shield-x' : 'clock'}
        size={14}
        className={stuck ? 'mt-0.5 text-bad' : 'mt-0.5 text-warn'}
      />
      {text}
    </p>
  )
}
