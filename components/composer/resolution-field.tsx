import { useId } from 'react'
import { Segmented } from '@/components/ui/segmented'
import { useI18n } from '@/lib/client/i18n'
import { effectiveResolution } from '@/lib/models/capabilities'
import { useComposer, useModel, useValue } from './composer-context'
import { FieldRow } from './field-row'
import { Problem } from './problem'
import { useProblem } from './use-problem'

export function ResolutionField() {
  const { form } = useComposer()
  const { t } = useI18n()
  const model = useModel()
  const resolution = useValue('resolution')
  const problem = useProblem('resolution')
  const id = useId()

  return (
    <FieldRow
      labelId={`${id}label`}
      label={t('composer.output.resolution')}
      field="resolution"
      problem={problem && <Problem id={`${id}problem`} {...problem} />}
    >
      {model.resolution.fixed ? (
        <p>{t('composer.output.fixed', { resolution: model.resolution.default })}</p>
      ) : (
        <Segmented<string>
          labelledBy={`${id}label`}
          describedBy={problem && `${id}problem`}
          value={effectiveResolution({ resolution }, model)}
          segments={model.resolution.values.map((value) => ({ value, label: value }))}
          onChange={(value) => form.setValue('resolution', value, { shouldValidate: true })}
        />
      )}
    </FieldRow>
  )
}
