import type { ReactNode } from 'react'
import { NoticeBar } from '@/components/shell/notice-bar'
import { Providers } from '@/components/shell/providers'
import { Rail } from '@/components/shell/rail'
import { messagesFor } from '@/lib/client/messages'
import { systemClock } from '@/lib/server/clock'
import { context } from '@/lib/server/context'
import { requestLocale } from '../request-locale'
import { currentMember } from '../require-member'

/** The places of the team. A stranger gets none of it: each page sends them to sign in. */
export default async function MainLayout({ children }: { children: ReactNode }) {
  const member = await currentMember()
  if (!member) return children
  const locale = await requestLocale()
  const { simulated, gatewayUrl, directUploads, appUrl } = await context()
  return (
    <Providers
      locale={locale}
      messages={messagesFor(locale)}
      timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
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
