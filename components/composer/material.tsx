import { useI18n } from '@/lib/client/i18n'
import { useModel } from './composer-context'
import { FrameSlots } from './frame-slots'
import { useMode } from './use-mode'
import { kindsOf } from './reference-kinds'
import { ReferenceTray } from './reference-tray'

/** What the clip is made from, as the mode uses it. */
export function Material() {
  const { t } = useI18n()
  const mode = useMode()
  const model = useModel()
  if (mode === 'references') {
    const assetsOnly = !model.references.schemes.includes('https')
    return (
      <ReferenceTray
        label={assetsOnly ? t('composer.material.assets') : t('composer.material.label')}
        kinds={kindsOf(model)}
      />
    )
  }
  const soundsToo = model.frames.with_sounds[0] === true && model.reference_audios.max > 0
  return (
    <>
      <FrameSlots />
      {soundsToo && <ReferenceTray label={t('composer.kinds.audio')} kinds={['audio']} />}
    </>
  )
}
