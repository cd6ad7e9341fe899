'use client'

import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'
import { api, ApiError } from '@/lib/client/api'
import { useI18n } from '@/lib/client/i18n'
import { leaveFor } from '@/lib/client/leave'
import type { MessageKey } from '@/lib/client/messages'
import { DoorProblem, failureOf, type DoorFailure } from './door-problem'
import { PasswordField } from './password-field'

type JoinFormProps = {
  token: string
  /** As the inviter called them. */
  name: string
  onClosed: () => void
}

type Fields = { name: string; email: string; password: string }

/** What the server may find wrong with a field that was right here. */
const complaints: Record<keyof Fields, MessageKey> = {
  name: 'door.need.name',
  email: 'door.need.emailLike',
  password: 'door.need.passwordShort',
}

const likeEmail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

export function JoinForm({ token, name, onClosed }: JoinFormProps) {
  const { t } = useI18n()
  const [failure, setFailure] = useState<DoorFailure | null>(null)
  const { register, handleSubmit, formState, setError } = useForm<Fields>({
    defaultValues: { name, email: '', password: '' },
  })
  const { errors, isSubmitting, isSubmitSuccessful } = formState
  const busy = isSubmitting || (isSubmitSuccessful && failure === null)

  const send = async (fields: Fields) => {
    setFailure(null)
    try {
      const body = { token, ...fields }
      await api('/api/invitations/accept', { method: 'POST', body })
      leaveFor('/')
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return onClosed()
      if (!(error instanceof ApiError && error.fields)) return setFailure(failureOf(error))
      for (const [field, [issue]] of Object.entries(error.fields)) {
        if (!isField(field)) return setFailure({ key: 'door.problem.unknown' })
        const key = issue?.code === 'email_taken' ? 'door.problem.taken' : complaints[field]
        setError(field, { message: t(key) }, { shouldFocus: true })
      }
    }
  }

  return (
    <form
      noValidate
      method="post"
      aria-label={t('door.join')}
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void handleSubmit(send)()
      }}
      className="grid gap-4"
    >
      <TextField
        id="name"
        label={t('door.name')}
        hint={t('door.nameHint')}
        autoComplete="name"
        maxLength={80}
        problem={errors.name?.message}
        {...register('name', {
          validate: (value) => value.trim() !== '' || t('door.need.name'),
        })}
      />
      <TextField
        id="email"
        label={t('door.email')}
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        problem={errors.email?.message}
        {...register('email', {
          required: t('door.need.email'),
          validate: (value) => likeEmail.test(value.trim()) || t('door.need.emailLike'),
        })}
      />
      <PasswordField
        id="password"
        label={t('door.password')}
        hint={t('door.passwordHint')}
        autoComplete="new-password"
        problem={errors.password?.message}
        {...register('password', {
          required: t('door.need.passwordShort'),
          minLength: { value: 10, message: t('door.need.passwordShort') },
          maxLength: { value: 128, message: t('door.need.passwordLong') },
        })}
      />
      <DoorProblem failure={failure} />
      <Button type="submit" kind="primary" size="lg" aria-disabled={busy} className="mt-1">
        {t(busy ? 'door.joining' : 'door.join')}
      </Button>
    </form>
  )
}

function isField(path: string): path is keyof Fields {
  return Object.hasOwn(complaints, path)
}
