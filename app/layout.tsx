import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import type { ReactNode } from 'react'
import { NoticeBar } from '@/components/shell/notice-bar'
import { Providers } from '@/components/shell/providers'
import { Rail } from '@/components/shell/rail'
import { chooseLocale, localeCookie } from '@/lib/client/locale'
import { messagesFor } from '@/lib/client/messages'
import { asTheme, themeCookie } from '@/lib/client/theme'
import { systemClock } from '@/lib/server/clock'
import { env } from '@/lib/server/env'
import { assertLocalHost } from '@/lib/server/origin'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Dailies', template: '%s · Dailies' },
  description: 'Make Seedance 2.0 clips, and look at them.',
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf9' },
    { media: '(prefers-color-scheme: dark)', color: '#0f0e0d' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [jar, head] = await Promise.all([cookies(), headers()])
  assertLocalHost(head)
  const locale = chooseLocale(jar.get(localeCookie)?.value, head.get('accept-language'))
  const { SEEDANCE_API_KEY, SEEDANCE_BASE_URL } = env()
  return (
    <html
      lang={locale === 'zh' ? 'zh-CN' : 'en'}
      data-theme={asTheme(jar.get(themeCookie)?.value)}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
    >
      <body>
        <Providers
          locale={locale}
          messages={messagesFor(locale)}
          timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
          renderedAt={systemClock.now().getTime()}
          config={{ simulated: SEEDANCE_API_KEY === undefined, gatewayUrl: SEEDANCE_BASE_URL }}
        >
          <div className="desk:flex">
            <Rail />
            {children}
          </div>
          <NoticeBar />
        </Providers>
      </body>
    </html>
  )
}
