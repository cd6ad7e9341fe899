import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { useI18n } from '@/lib/client/i18n'
import type { Invitation } from '@/lib/schemas/member'

type InvitationRowProps = { invitation: Invitation; busy: boolean; onRevoke: () => void }

export function InvitationRow({ invitation, busy, onRevoke }: InvitationRowProps) {
  const { t, format } = useI18n()
  const { role, state, invited_by: by, expires_at } = invitation
  const open = state === 'open'
  const name = invitation.name || t('settings.invitations.nobody')
  const facts = [
    t(`settings.role.${role}`),
    t(`settings.invitations.state.${state}`, { date: format.moment(expires_at) }),
    by ? t('settings.invitations.by', { name: by.name }) : t('settings.invitations.byServer'),
  ]
  return (
    <li className="flex min-h-15 items-center gap-3 py-2 not-first:border-t">
      <div className="min-w-0 flex-1">
        <p className={cx('truncate font-medium', !open && 'text-ink-soft')}>{name}</p>
        <p className="line-clamp-2 text-xs wrap-anywhere text-ink-faint">{facts.join(' · ')}</p>
      </div>
      {open && (
        <Button
          kind="quiet"
          aria-label={t('settings.invitations.revokeOf', { name })}
          disabled={busy}
          onClick={onRevoke}
          className="pointer-coarse:h-11"
        >
          {t('settings.invitations.revoke')}
        </Button>
      )}
    </li>
  )
}
