import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'
import { roles, type Role } from '@/lib/models/member'

type RoleSelectProps = {
  label: string
  value: Role
  disabled?: boolean
  onChange: (role: Role) => void
}

export function RoleSelect({ label, value, disabled, onChange }: RoleSelectProps) {
  const { t } = useI18n()
  return (
    <span className="relative inline-flex items-center">
      <select
        aria-label={label}
        value={value}
        disabled={disabled}
        onChange={(event) => {
          const next = roles.find((role) => role === event.target.value)
          if (next) onChange(next)
        }}
        className="h-8 appearance-none rounded-md border border-line-strong bg-raised ps-2.5 pe-7 pointer-coarse:h-11"
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {t(`settings.role.${role}`)}
          </option>
        ))}
      </select>
      <Icon
        name="chevron-down"
        size={14}
        className="pointer-events-none absolute right-2 text-ink-faint"
      />
    </span>
  )
}
