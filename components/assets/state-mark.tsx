import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'
import type { AssetLibrary } from '@/lib/schemas/asset'
import { stateLook, type AssetState } from './asset-state'

/** A state in a word, with its mark: never by colour alone. */
export function StateMark({ library, state }: { library: AssetLibrary; state: AssetState }) {
  const { t } = useI18n()
  const { icon, tone } = stateLook[state]
  return (
    <span
      className={cx(
        'flex items-center gap-1.25 text-xs leading-5 whitespace-nowrap',
        tone,
        state !== 'none' && 'font-medium',
      )}
    >
      <Icon name={icon} size={14} />
      {t(`assets.state.${library}.${state}`)}
    </span>
  )
}
