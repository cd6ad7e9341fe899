import { Segmented } from '@/components/ui/segmented'
import { changeMode } from '@/lib/client/draft'
import { activeEntry } from '@/lib/client/draft-state'
import { useDrafts } from '@/lib/client/draft-store'
import { useI18n } from '@/lib/client/i18n'
import { modesOf } from '@/lib/models/capabilities'
import type { Mode } from '@/lib/models/task-input'
import { useModel } from './composer-context'

export function useMode(): Mode {
  return useDrafts((state) => activeEntry(state).draft.mode)
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
      onChange={changeMode}
      height={32}
      className="[&>label]:min-w-max"
    />
  )
}
