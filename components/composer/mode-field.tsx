import { Segmented } from '@/components/ui/segmented'
import { useI18n } from '@/lib/client/i18n'
import { notify } from '@/lib/client/notices'
import { modesOf } from '@/lib/models/capabilities'
import type { Mode } from '@/lib/models/task-input'
import { useModel } from './composer-context'
import { parts } from './parts'
import { useMode } from './use-mode'

/** With the code of what the mode shows, so that it is there in one step. */
async function changeTo(mode: Mode): Promise<void> {
  const [{ changeMode }] = await Promise.all([parts.modes.load(), parts.material.load()])
  changeMode(mode)
}

/** How material is used. A mode that the model lacks is absent; a choice of one is no choice. */
export function ModeField() {
  const { t } = useI18n()
  const modes = modesOf(useModel())
  const mode = useMode()
  if (modes.length < 2) return null
  return (
    <Segmented<Mode>
      label={t('composer.mode.label')}
      value={mode}
      segments={modes.map((value) => ({ value, label: t(`composer.mode.${value}`) }))}
      onChange={(value) => {
        changeTo(value).catch(() => notify({ text: t('feed.noServer'), tone: 'bad' }))
      }}
      height={32}
      className="[&>label]:min-w-max"
    />
  )
}
