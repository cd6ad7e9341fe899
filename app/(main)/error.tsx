'use client'

import { Button } from '@/components/ui/button'
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
      <Button kind="quiet" className="mt-3" onClick={reset}>
        {t('shell.tryAgain')}
      </Button>
    </main>
  )
}
