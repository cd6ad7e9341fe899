'use client'

import { useI18n } from '@/lib/client/i18n'

export default function ErrorScreen({ reset }: { error: Error; reset: () => void }) {
  const { t } = useI18n()
  return (
    <main
      id="content"
      className="grid min-h-[calc(100dvh-52px)] flex-1 place-content-center justify-items-center gap-1.5 bg-sunken p-6 text-center desk:min-h-dvh"
    >
      <h1 className="text-xl font-semibold">{t('shell.errorTitle')}</h1>
      <p className="max-w-96 text-pretty text-ink-soft">{t('shell.errorText')}</p>
      {/* Not a Button: every page would carry its code for the sake of this one. */}
      <button
        type="button"
        onClick={reset}
        className="mt-3 h-8 rounded-md px-3 font-medium underline underline-offset-3 hover:bg-hover max-sm:h-11"
      >
        {t('shell.tryAgain')}
      </button>
    </main>
  )
}
