'use client'

import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'
import { api } from '@/lib/client/api'
import { useI18n } from '@/lib/client/i18n'
import { leaveFor } from '@/lib/client/leave'
import { CompanyButton } from './company-button'
import { DoorProblem, failureOf, type DoorFailure } from './door-problem'
import { PasswordField } from './password-field'

type SignInFormProps = {
  /** A path of ours. */
  next: string
  /** There is a company's sign-in. */
  company: boolean
  /** The company's sign-in has just refused. */
  refused: DoorFailure | null
}

type Fields = { email: string; password: string }

export function SignInForm({ next, company, refused }: SignInFormProps) {
  const { t } = useI18n()
  const [failure, setFailure] = useState(refused)
  const { register, handleSubmit, formState, resetField, setFocus } = useForm<Fields>({
    defaultValues: { email: '', password: '' },
  })
  const { errors, isSubmitting, isSubmitSuccessful } = formState
  const busy = isSubmitting || (isSubmitSuccessful && failure === null)

  const send = async (fields: Fields) => {
    setFailure(null)
    try {
      await api('/api/auth/sign-in/email', { method: 'POST', body: fields })
      leaveFor(next)
    } catch (error) {
      setFailure(failureOf(error))
      resetField('password')
      setFocus('password')
    }
  }

  return (
    <div className="grid gap-5">
      {company && (
        <>
          <CompanyButton next={next} onFailure={setFailure} />
          <p className="flex items-center gap-3 text-xs text-ink-faint before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
            {t('door.or')}
          </p>
        </>
      )}
      <form
        noValidate
        method="post"
        aria-label={t('door.signIn')}
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) void handleSubmit(send)()
        }}
        className="grid gap-4"
      >
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
          {...register('email', { required: t('door.need.email') })}
        />
        <PasswordField
          id="password"
          label={t('door.password')}
          autoComplete="current-password"
          maxLength={128}
          problem={errors.password?.message}
          {...register('password', { required: t('door.need.password') })}
        />
        <DoorProblem failure={failure} />
        <Button type="submit" kind="primary" size="lg" aria-disabled={busy} className="mt-1">
          {t(busy ? 'door.signingIn' : 'door.signIn')}
        </Button>
      </form>
    </div>
  )
}
