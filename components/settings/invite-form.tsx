import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'
import { api } from '@/lib/client/api'
import { useI18n } from '@/lib/client/i18n'
import { roles, type Role } from '@/lib/models/member'
import type { MadeInvitation } from '@/lib/schemas/member'

type InviteFormProps = { onCancel: () => void; onMade: (invitation: MadeInvitation) => void }

type Fields = { name: string; role: Role }

export function InviteForm({ onCancel, onMade }: InviteFormProps) {
  const { t } = useI18n()
  const [failed, setFailed] = useState(false)
  const { register, handleSubmit, formState } = useForm<Fields>({
    defaultValues: { name: '', role: 'creator' },
  })
  const busy = formState.isSubmitting

  const send = async ({ name, role }: Fields) => {
    setFailed(false)
    try {
      const body = { role, ...(name.trim() && { name: name.trim() }) }
      onMade(await api<MadeInvitation>('/api/invitations', { method: 'POST', body }))
    } catch {
      setFailed(true)
    }
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void handleSubmit(send)()
      }}
      className="grid gap-5"
    >
      <TextField
        id="invite-name"
        data-focus
        label={t('settings.invitations.forField')}
        hint={t('settings.invitations.forHint')}
        autoComplete="off"
        maxLength={80}
        {...register('name')}
      />
      <fieldset className="grid gap-1">
        <legend className="mb-1.5 font-medium">{t('settings.invitations.role')}</legend>
        {roles.map((role) => (
          <label
            key={role}
            className="flex min-h-11 items-start gap-3 rounded-md px-3 py-2.5 shadow-[inset_0_0_0_1px_var(--color-line)] hover:bg-hover has-checked:bg-hover has-checked:shadow-[inset_0_0_0_1px_var(--color-line-strong)]"
          >
            <input
              type="radio"
              value={role}
              className="mt-0.5 size-4 accent-ink"
              {...register('role')}
            />
            <span>
              <span className="block font-medium">{t(`settings.role.${role}`)}</span>
              <span className="text-xs text-ink-soft">{t(`settings.may.${role}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p role="alert" className="text-bad empty:hidden">
        {failed && t('settings.notSaved')}
      </p>
      <div className="flex justify-end gap-2">
        <Button kind="ghost" onClick={onCancel} className="pointer-coarse:h-11">
          {t('settings.cancel')}
        </Button>
        <Button type="submit" kind="primary" aria-disabled={busy} className="pointer-coarse:h-11">
          {t(busy ? 'settings.invitations.making' : 'settings.invitations.go')}
        </Button>
      </div>
    </form>
  )
}
