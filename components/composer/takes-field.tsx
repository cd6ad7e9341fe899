import { useId } from 'react'
import { Segmented } from '@/components/ui/segmented'
import { changeTakes } from '@/lib/client/draft'
import { activeEntry } from '@/lib/client/draft-state'
import { useDrafts } from '@/lib/client/draft-store'
import { useI18n } from '@/lib/client/i18n'
import { takes as choices, type Takes } from '@/lib/models/draft'
import { FieldRow } from './field-row'

export function TakesField() {
  const { t } = useI18n()
  const takes = useDrafts((state) => activeEntry(state).draft.takes)
  const id = useId()
  return (
    <FieldRow labelId={id} label={t('composer.output.takes')}>
      <Segmented<Takes>
        labelledBy={id}
        value={takes}
        segments={choices.map((value) => ({ value, label: value }))}
        onChange={changeTakes}
        className="max-w-50"
      />
    </FieldRow>
  )
}
