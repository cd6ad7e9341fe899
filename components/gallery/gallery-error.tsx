import { Button } from '@/components/ui/button'
import { useI18n } from '@/lib/client/i18n'

export function GalleryError({ onRetry }: { onRetry: () => void }) {
  const { t } = useI18n()
  return (
    <div role="alert" className="grid place-items-center px-6 py-24 text-center">
      <div>
        <h2 className="text-xl font-semibold tracking-[-0.015em]">{t('gallery.errorTitle')}</h2>
        <p className="mt-1.5 mb-4.5 text-md text-ink-soft">{t('gallery.errorText')}</p>
        <Button kind="primary" onClick={onRetry}>
          {t('gallery.tryAgain')}
        </Button>
      </div>
    </div>
  )
}
