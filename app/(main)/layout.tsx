import type { ReactNode } from 'react'
import { NoticeBar } from '@/components/shell/notice-bar'
import { Providers } from '@/components/shell/providers'
import { Rail } from '@/components/shell/rail'
import { I18nProvider } from '@/lib/client/i18n'
import { messagesFor } from '@/lib/client/messages'
import { systemClock } from '@/lib/server/clock'
import { context } from '@/lib/server/context'
import { requestLocale } from '../request-locale'
import { currentMember } from '../require-member'

/** The places of the team. A stranger gets none of it: each page sends them to sign in. */
export default async function MainLayout({ children }: { children: ReactNode }) {
  const member = await currentMember()
  const locale = await requestLocale()
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  if (!member) {
    // What stands while a page makes up its mind has words too.
    return (
      <I18nProvider locale={locale} messages={messagesFor(locale)} timeZone={timeZone}>
        {children}
      </I18nProvider>
    )
  }
  const { simulated, gatewayUrl, directUploads, appUrl } = await context()
  return (
    <Providers
      locale={locale}
      messages={messagesFor(locale)}
      timeZone={timeZone}
      renderedAt={systemClock.now().getTime()}
      config={{ simulated, gatewayUrl, directUploads, member, team: appUrl !== null }}
    >
      <div className="desk:flex">
        <Rail />
        {children}
      </div>
      <NoticeBar />
    </Providers>
  )
}
