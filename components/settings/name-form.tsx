'use client'

import { useForm } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'
import { useMember } from '@/lib/client/config'
import { useI18n } from '@/lib/client/i18n'
import { useChangeMember } from './use-change-member'

type Fields = { name: string }

/** One's name, as the team sees it; the e-mail stays what one signs in with. */
export function NameForm({ email }: { email: string | null }) {
  const { t } = useI18n()
  const member = useMember()
  const change = useChangeMember()
  const { register, handleSubmit, formState, reset } = useForm<Fields>({
    defaultValues: { name: member.name },
  })
  const save = (fields: Fields) =>
    change.mutate(
      { id: member.id, change: { name: fields.name.trim() }, said: t('settings.account.saved') },
      { onSuccess: ({ name }) => reset({ name }) },
    )
  return (
    <form
      noValidate
      aria-label={t('settings.account.title')}
      onSubmit={(event) => {
        event.preventDefault()
        if (!change.isPending) void handleSubmit(save)()
      }}
      className="grid max-w-95 justify-items-start gap-4 *:w-full"
    >
      <TextField
        id="name"
        label={t('settings.account.name')}
        autoComplete="name"
        maxLength={80}
        problem={formState.errors.name?.message}
        {...register('name', {
          validate: (value) => value.trim() !== '' || t('door.need.name'),
        })}
      />
      {email && (
        <TextField
          id="email"
          label={t('settings.account.email')}
          type="email"
          autoComplete="username"
          readOnly
          value={email}
        />
      )}
      <Button
        type="submit"
        kind="quiet"
        aria-disabled={change.isPending || !formState.isDirty}
        className="w-auto! pointer-coarse:h-11"
      >
        {t('settings.account.save')}
      </Button>
    </form>
  )
}
