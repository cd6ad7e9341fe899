'use client'

import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useQueryClient } from '@tanstack/react-query'
import { PasswordField } from '@/components/door/password-field'
import { Button } from '@/components/ui/button'
import { api, ApiError } from '@/lib/client/api'
import { useI18n } from '@/lib/client/i18n'
import type { MessageKey } from '@/lib/client/messages'
import { notify } from '@/lib/client/notices'
import { sessionsOptions } from './settings-queries'

type Fields = { current: string; next: string }

const empty: Fields = { current: '', next: '' }

/** A new password; it ends all other sessions. */
export function PasswordForm({ email }: { email: string | null }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const [failure, setFailure] = useState<MessageKey | null>(null)
  const { register, handleSubmit, formState, setError, reset } = useForm<Fields>({
    defaultValues: empty,
  })
  const { errors, isSubmitting: busy } = formState

  const send = async ({ current, next }: Fields) => {
    setFailure(null)
    try {
      const body = { current_password: current, new_password: next }
      await api('/api/auth/change-password', { method: 'POST', body })
      reset(empty)
      notify({ text: t('settings.password.done') })
      await client.invalidateQueries(sessionsOptions)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      const wrong = error.fields?.current_password?.[0]?.code
      if (wrong === 'wrong_password') {
        setError('current', { message: t('settings.password.wrong') }, { shouldFocus: true })
      } else if (wrong !== undefined) setFailure('settings.password.none')
      else if (error.fields) setError('next', { message: t('door.need.passwordShort') })
      else setFailure(error.status === 429 ? 'settings.tooMany' : 'settings.notSaved')
    }
  }

  return (
    <form
      noValidate
      method="post"
      aria-label={t('settings.password.title')}
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void handleSubmit(send)()
      }}
      className="grid max-w-95 justify-items-start gap-4 *:w-full"
    >
      {/* For password managers: whose password this is. */}
      <input
        type="text"
        autoComplete="username"
        value={email ?? ''}
        readOnly
        hidden
        aria-hidden
        tabIndex={-1}
      />
      <PasswordField
        id="current-password"
        label={t('settings.password.current')}
        autoComplete="current-password"
        maxLength={128}
        problem={errors.current?.message}
        {...register('current', { required: t('door.need.password') })}
      />
      <PasswordField
        id="new-password"
        label={t('settings.password.new')}
        hint={t('door.passwordHint')}
        autoComplete="new-password"
        problem={errors.next?.message}
        {...register('next', {
          required: t('door.need.passwordShort'),
          minLength: { value: 10, message: t('door.need.passwordShort') },
          maxLength: { value: 128, message: t('door.need.passwordLong') },
          validate: (next, { current }) => next !== current || t('settings.password.same'),
        })}
      />
      <p role="alert" className="text-bad empty:hidden">
        {failure && t(failure)}
      </p>
      <Button
        type="submit"
        kind="quiet"
        aria-disabled={busy}
        className="w-auto! pointer-coarse:h-11"
      >
        {t(busy ? 'settings.password.working' : 'settings.password.go')}
      </Button>
    </form>
  )
}
