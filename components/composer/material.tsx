import { useI18n } from '@/lib/client/i18n'
import { useModel } from './composer-context'
import { needsApproval } from '@/lib/models/capabilities'
import { FrameSlots } from './frame-slots'
import { useMode } from './use-mode'
import { kindsOf } from './reference-kinds'
import { ReferenceTray } from './reference-tray'
import { UploadShelf } from './upload-shelf'
import { useDraftMedia } from './use-draft-media'

/** What the clip is made from, as the mode uses it. */
export function Material() {
  const { t } = useI18n()
  const mode = useMode()
  const model = useModel()
  useDraftMedia()
  if (mode === 'references') {
    const assetsOnly = needsApproval(model)
    return (
      <>
        <ReferenceTray
          label={assetsOnly ? t('composer.material.assets') : t('composer.material.label')}
          kinds={kindsOf(model)}
        />
        <UploadShelf />
      </>
    )
  }
  const soundsToo = model.frames.with_sounds[0] === true && model.reference_audios.max > 0
  return (
    <>
      <FrameSlots />
      {soundsToo && <ReferenceTray label={t('composer.kinds.audio')} kinds={['audio']} />}
      <UploadShelf />
    </>
  )
}
