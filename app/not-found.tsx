import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'
import { messagesFor, type MessageKey } from '@/lib/client/messages'
import { translate } from '@/lib/client/translate'
import { requestLocale } from './request-locale'

export default async function NotFound() {
  const locale = await requestLocale()
  const t = (key: MessageKey) => translate(messagesFor(locale), locale, key)
  return (
    <main
      id="content"
      className="grid min-h-[calc(100dvh-52px)] flex-1 place-content-center justify-items-center gap-1.5 bg-sunken p-6 text-center desk:min-h-dvh"
    >
      <title>{t('shell.notFoundTitle')}</title>
      <h1 className="text-xl font-semibold">{t('shell.notFoundTitle')}</h1>
      <p className="max-w-96 text-pretty text-ink-soft">{t('shell.notFoundText')}</p>
      <Link href="/" className={`${buttonClass('quiet')} mt-3`}>
        {t('shell.toStudio')}
      </Link>
    </main>
  )
}
