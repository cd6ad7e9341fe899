import { useI18n } from '@/lib/client/i18n'
import { RatioField } from './ratio-field'
import { ResolutionField } from './resolution-field'
import { SecondsField } from './seconds-field'
import { TakesField } from './takes-field'

export function Output() {
  const { t } = useI18n()
  return (
    <section
      aria-label={t('composer.output.label')}
      className="grid grid-cols-[minmax(0,1fr)] gap-2"
    >
      <RatioField />
      <ResolutionField />
      <SecondsField />
      <TakesField />
    </section>
  )
}
