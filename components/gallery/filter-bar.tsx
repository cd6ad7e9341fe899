import { Icon } from '@/components/ui/icon'
import { useConfig, useMember } from '@/lib/client/config'
import {
  setFilters,
  withoutFilter,
  withoutFilters,
  type FilterName,
  type GalleryView,
} from '@/lib/client/gallery-view'
import { useI18n } from '@/lib/client/i18n'
import { isAtLeast } from '@/lib/models/access'
import { chipClass, FilterChip, ToggleChip, WordsChip } from './filter-chip'
import { galleryParts } from './gallery-parts'
import { useFilterWords } from './use-filter-words'

type FilterBarProps = { view: GalleryView; onView: (view: GalleryView) => void }

const panelled = ['author', 'model', 'ratio', 'collection', 'tag', 'date'] as const

/** What narrows the list: every filter a chip, a set one with its value in words and its own way out. */
export function FilterBar({ view, onView }: FilterBarProps) {
  const { t } = useI18n()
  const { team } = useConfig()
  const member = useMember()
  const set = setFilters(view)
  const words = useFilterWords(view)
  const panel = (name: FilterName) => {
    const isSet = set.includes(name)
    return (
      <FilterChip
        key={name}
        name={t(`gallery.filter.${name}`)}
        value={isSet ? words(name) : null}
        onRemove={() => onView(withoutFilter(view, name))}
      >
        {() => <Panel name={name} view={view} onView={onView} />}
      </FilterChip>
    )
  }
  const toggle = (name: 'favourite' | 'hidden', icon: 'star' | 'eye-off') => (
    <ToggleChip
      icon={icon}
      label={t(`gallery.filter.${name}`)}
      isOn={view[name]}
      onToggle={() => onView({ ...view, [name]: !view[name] })}
    />
  )
  return (
    <div
      role="group"
      aria-label={t('gallery.filters')}
      className="flex h-10 [scrollbar-width:none] items-center gap-1.5 overflow-x-auto px-(--pane-x) pb-2 max-sm:h-13 max-sm:ps-0.5 max-sm:pb-0"
    >
      {view.q !== '' && <WordsChip q={view.q} onRemove={() => onView(withoutFilter(view, 'q'))} />}
      {panel('line')}
      {panel('seconds')}
      {toggle('favourite', 'star')}
      {panelled.map((name) => (name === 'author' && !team ? null : panel(name)))}
      {isAtLeast(member, 'creator') && toggle('hidden', 'eye-off')}
      {set.length > 0 && (
        <button type="button" onClick={() => onView(withoutFilters(view))} className={chipClass}>
          {t('gallery.clear')}
        </button>
      )}
      <span className="flex-1 max-desk:hidden" />
      <button
        type="button"
        onClick={() => onView({ ...view, oldest: !view.oldest })}
        className={chipClass}
      >
        <Icon name={view.oldest ? 'arrow-up-narrow-wide' : 'arrow-down-wide-narrow'} size={14} />
        <span className="sm:max-wide:sr-only">
          {t(view.oldest ? 'gallery.oldest' : 'gallery.newest')}
        </span>
      </button>
    </div>
  )
}

function Panel(props: {
  name: FilterName
  view: GalleryView
  onView: (view: GalleryView) => void
}) {
  const panels = galleryParts.panels.use()
  if (!panels) return <div className="h-24 w-56" />
  return <panels.FilterPanel {...props} />
}
