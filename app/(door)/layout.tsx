import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { LanguageSwitch } from '@/components/door/language-switch'
import { BrandMark } from '@/components/shell/brand-mark'
import { I18nProvider } from '@/lib/client/i18n'
import { messagesFor } from '@/lib/client/messages'
import { translate } from '@/lib/client/translate'
import { requestLocale } from '../request-locale'

/** A join link is a secret: no other site is told where the reader came from. */
export const metadata: Metadata = {
  referrer: 'no-referrer',
  robots: { index: false, follow: false },
}

/** What strangers see: the name, one sheet, and the words for it alone. */
export default async function DoorLayout({ children }: { children: ReactNode }) {
  const locale = await requestLocale()
  const { door = {}, shell = {} } = messagesFor(locale)
  return (
    <I18nProvider
      locale={locale}
      messages={{ door, shell }}
      timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
    >
      <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[56px_1fr]">
        <header className="flex items-center gap-2 px-4 sm:px-5">
          <BrandMark />
          <span className="flex-1 text-md font-semibold tracking-[-0.01em]">
            {translate(messagesFor(locale), locale, 'shell.brand')}
          </span>
          <LanguageSwitch />
        </header>
        {children}
      </div>
    </I18nProvider>
  )
}
