import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import type { ReactNode } from 'react'
import { NoticeBar } from '@/components/shell/notice-bar'
import { Providers } from '@/components/shell/providers'
import { Rail } from '@/components/shell/rail'
import { messagesFor } from '@/lib/client/messages'
import { asTheme, themeCookie } from '@/lib/client/theme'
import { systemClock } from '@/lib/server/clock'
import { context } from '@/lib/server/context'
import { assertLocalHost } from '@/lib/server/origin'
import { requestLocale } from './request-locale'
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
  const locale = await requestLocale()
  const { simulated, gatewayUrl, directUploads } = await context()
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
          config={{ simulated, gatewayUrl, directUploads }}
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
