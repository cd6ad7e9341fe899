import { cx } from '@/components/ui/cx'
import { useI18n } from '@/lib/client/i18n'
import { promptLength } from '@/lib/models/judge-input'
import { useModel, useValue } from './composer-context'

/** Code points, which is how the gateway counts; the limit where the model has one. */
export function PromptCount() {
  const { t } = useI18n()
  const { max } = useModel().prompt
  const length = promptLength(useValue('prompt'))
  return (
    <span className={cx(max > 0 && length > max && 'font-medium text-bad')}>
      {max > 0 ? t('composer.prompt.countOf', { count: String(length), max: String(max) }) : length}
    </span>
  )
}
