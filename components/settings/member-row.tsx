import { Face } from '@/components/ui/face'
import { IconButton } from '@/components/ui/icon-button'
import { Menu } from '@/components/ui/menu'
import { useMember } from '@/lib/client/config'
import { useI18n } from '@/lib/client/i18n'
import type { TeamMember } from '@/lib/schemas/member'
import { RoleSelect } from './role-select'
import { useChangeMember } from './use-change-member'

type MemberRowProps = { member: TeamMember; onRemove: () => void }

export function MemberRow({ member, onRemove }: MemberRowProps) {
  const { t } = useI18n()
  const self = useMember()
  const change = useChangeMember()
  const { id, name, role, email } = member
  const more = t('settings.members.moreFor', { name })
  return (
    <li className="flex min-h-15 items-center gap-3 py-2 not-first:border-t">
      <Face name={name} className="size-8 text-2xs" />
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline gap-1.5">
          <span className="truncate font-medium">{name}</span>
          {id === self.id && (
            <span className="shrink-0 text-xs text-ink-faint">{t('settings.members.you')}</span>
          )}
        </p>
        {email && <p className="truncate text-xs text-ink-faint">{email}</p>}
      </div>
      {self.role === 'admin' ? (
        <>
          <RoleSelect
            label={t('settings.members.roleOf', { name })}
            value={role}
            disabled={change.isPending}
            onChange={(next) => {
              const words = { name, role: t(`settings.role.${next}`) }
              const said = t('settings.members.roleChanged', words)
              change.mutate({ id, change: { role: next }, said })
            }}
          />
          <Menu
            label={more}
            trigger={(props) => (
              <IconButton
                {...props}
                icon="ellipsis"
                label={more}
                tip="none"
                className="pointer-coarse:size-11"
              />
            )}
            items={() => [
              {
                id: 'remove',
                label: t('settings.members.remove'),
                icon: 'trash',
                danger: true,
                onSelect: onRemove,
              },
            ]}
          />
        </>
      ) : (
        <span className="text-ink-soft">{t(`settings.role.${role}`)}</span>
      )}
    </li>
  )
}
