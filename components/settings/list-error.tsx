import { Button } from '@/components/ui/button'
import { useI18n } from '@/lib/client/i18n'

/** A list that could not be read. */
export function ListError({ text, onRetry }: { text: string; onRetry: () => void }) {
  const { t } = useI18n()
  return (
    <div role="alert" className="flex flex-wrap items-center gap-3 border-y py-4">
      <p className="text-ink-soft">{text}</p>
      <Button onClick={onRetry}>{t('settings.again')}</Button>
    </div>
  )
}
