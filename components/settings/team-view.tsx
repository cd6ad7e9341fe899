'use client'

import { LookChoices } from '@/components/shell/look-choices'
import { useConfig } from '@/lib/client/config'
import { useI18n } from '@/lib/client/i18n'
import { InvitationsSection } from './invitations-section'
import { MembersSection } from './members-section'
import { SettingsSection } from './settings-section'

/** The team; and where there is none, how there could be one. */
export function TeamView() {
  const { t, rich } = useI18n()
  const { team, member } = useConfig()
  if (!team) {
    return (
      <>
        <SettingsSection title={t('settings.look.title')}>
          <div className="max-w-72">
            <LookChoices />
          </div>
        </SettingsSection>
        <SettingsSection title={t('settings.local.title')}>
          <p className="max-w-120 text-pretty text-ink-soft">
            {t('settings.local.text')}{' '}
            {rich('settings.local.how', {
              variable: <code className="font-mono text-xs text-ink">APP_URL</code>,
            })}
          </p>
        </SettingsSection>
      </>
    )
  }
  return (
    <>
      <MembersSection />
      {member.role === 'admin' && <InvitationsSection />}
    </>
  )
}
