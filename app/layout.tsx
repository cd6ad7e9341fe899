import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import type { ReactNode } from 'react'
import { asTheme, themeCookie } from '@/lib/client/theme'
import { context } from '@/lib/server/context'
import { assertHost } from '@/lib/server/origin'
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

/** What every page has in common, those for strangers too: language, theme and type. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [jar, head, { appUrl }] = await Promise.all([cookies(), headers(), context()])
  assertHost(head, appUrl)
  const locale = await requestLocale()
  return (
    <html
      lang={locale === 'zh' ? 'zh-CN' : 'en'}
      data-theme={asTheme(jar.get(themeCookie)?.value)}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
    >
      <body>{children}</body>
    </html>
  )
}
