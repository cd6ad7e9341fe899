'use client'

import { useQuery } from '@tanstack/react-query'
import { LookChoices } from '@/components/shell/look-choices'
import { useMember } from '@/lib/client/config'
import { useI18n } from '@/lib/client/i18n'
import { NameForm } from './name-form'
import { PasswordForm } from './password-form'
import { SessionsSection } from './sessions-section'
import { SettingsSection } from './settings-section'
import { membersOptions } from './settings-queries'

/** What is one's own: name, password, sessions, and the look of the page. */
export function AccountView() {
  const { t } = useI18n()
  const { id } = useMember()
  const { data } = useQuery(membersOptions)
  const email = data?.data.find((one) => one.id === id)?.email ?? null
  return (
    <>
      <SettingsSection title={t('settings.account.title')}>
        <NameForm email={email} />
      </SettingsSection>
      <SettingsSection title={t('settings.password.title')}>
        <PasswordForm email={email} />
      </SettingsSection>
      <SessionsSection />
      <SettingsSection title={t('settings.look.title')}>
        <div className="max-w-72">
          <LookChoices />
        </div>
      </SettingsSection>
    </>
  )
}
