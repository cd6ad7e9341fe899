'use client'

import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'
import { useI18n } from '@/lib/client/i18n'

export default function NotFound() {
  const { t } = useI18n()
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
