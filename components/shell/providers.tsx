'use client'

import { useEffect, type ReactNode } from 'react'
import { ConfigContext, type AppConfig } from '@/lib/client/config'
import { setDirectUploads } from '@/lib/client/direct-uploads'
import { I18nProvider } from '@/lib/client/i18n'
import type { Locale } from '@/lib/client/locale'
import type { MessageTree } from '@/lib/client/messages'
import { RenderedAt } from '@/lib/client/now'
import { QueryProvider } from './query-provider'

type ProvidersProps = {
  locale: Locale
  messages: MessageTree
  timeZone: string
  /** Milliseconds since the epoch. */
  renderedAt: number
  config: AppConfig
  children: ReactNode
}

/** Everything the browser is told by the server's render, for the whole tree. */
export function Providers({
  locale,
  messages,
  timeZone,
  renderedAt,
  config,
  children,
}: ProvidersProps) {
  useEffect(() => setDirectUploads(config.directUploads), [config.directUploads])
  return (
    <I18nProvider locale={locale} messages={messages} timeZone={timeZone}>
      <ConfigContext value={config}>
        <RenderedAt value={renderedAt}>
          <QueryProvider>{children}</QueryProvider>
        </RenderedAt>
      </ConfigContext>
    </I18nProvider>
  )
}
