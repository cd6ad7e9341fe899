import type { ReactNode } from 'react'
import { SettingsTabs } from '@/components/settings/settings-tabs'
import { messagesFor } from '@/lib/client/messages'
import { translate } from '@/lib/client/translate'
import { context } from '@/lib/server/context'
import { requestLocale } from '../../request-locale'
import { currentMember } from '../../require-member'

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const [locale, member, { appUrl }] = await Promise.all([
    requestLocale(),
    currentMember(),
    context(),
  ])
  if (!member) return children
  return (
    <main
      id="content"
      tabIndex={-1}
      className="min-h-dvh min-w-0 flex-1 px-3 pb-24 outline-none sm:px-4 desk:px-5"
    >
      <div className="mx-auto max-w-180">
        <div className="sticky top-0 z-10 flex min-h-13 flex-wrap items-center gap-x-6 bg-bg py-1 max-desk:top-13">
          <h1 className="text-lg font-semibold tracking-[-0.01em]">
            {translate(messagesFor(locale), locale, 'settings.title')}
          </h1>
          {appUrl !== null && <SettingsTabs />}
        </div>
        {children}
      </div>
    </main>
  )
}
