import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { Menu, type MenuItem } from '@/components/ui/menu'
import { useI18n } from '@/lib/client/i18n'
import type { AssetLibrary } from '@/lib/schemas/asset'
import { stateLook } from './asset-state'
import { stateNames, type StateName } from './asset-view'

type StateFilterProps = {
  library: AssetLibrary
  state: StateName | null
  onState: (state: StateName | null) => void
}

/** Narrows the list to a state in one library. A set one says so, with its own way out. */
export function StateFilter({ library, state, onState }: StateFilterProps) {
  const { t } = useI18n()
  const name = t(`assets.library.${library}.name`)
  const words = (each: StateName) => t(`assets.state.${library}.${each}`)
  const choices = (): MenuItem[] => [
    ...stateNames(library).map((each) => ({
      id: each,
      label: words(each),
      icon: each === state ? ('check' as const) : stateLook[each].icon,
      onSelect: () => onState(each),
    })),
    { id: 'any', label: t('assets.anyState'), onSelect: () => onState(null) },
  ]
  return (
    <span
      className={cx(
        'inline-flex shrink-0 items-center rounded-md transition-colors',
        state ? 'bg-hover shadow-[inset_0_0_0_1px_var(--color-line-strong)]' : 'hover:bg-hover',
      )}
    >
      <Menu
        label={t('assets.filterBy', { library: name })}
        align="start"
        items={choices}
        trigger={(props) => (
          <button
            type="button"
            {...props}
            className="flex h-7 items-center gap-1.25 rounded-md ps-2.25 pe-2 font-medium whitespace-nowrap text-ink-soft hover:text-ink max-sm:h-8.5"
          >
            <Icon name="shield-check" size={14} />
            {state ? t('assets.filterSet', { library: name, state: words(state) }) : name}
            {!state && <Icon name="chevron-down" size={14} />}
          </button>
        )}
      />
      {state && (
        <button
          type="button"
          aria-label={t('assets.filterDrop', { library: name, state: words(state) })}
          onClick={() => onState(null)}
          className="me-0.5 grid size-6 place-items-center rounded-sm text-ink-soft hover:bg-pressed hover:text-ink max-sm:size-7.5"
        >
          <Icon name="x" size={14} />
        </button>
      )}
    </span>
  )
}
