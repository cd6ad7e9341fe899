import { Segmented } from '@/components/ui/segmented'
import { useI18n } from '@/lib/client/i18n'
import type { Media } from '@/lib/schemas/media'
import { libraries, tabs, type AssetTab, type AssetView } from './asset-view'
import { StateFilter } from './state-filter'

type AssetTabsProps = {
  view: AssetView
  onView: (part: Partial<AssetView>) => void
  /** Every item there is, when all of them were read; else null. */
  whole: readonly Media[] | null
}

/** What the list is narrowed to: a kind, and a state in one of the libraries. */
export function AssetTabs({ view, onView, whole }: AssetTabsProps) {
  const { t } = useI18n()
  return (
    <div className="relative">
      <div className="flex h-10 [scrollbar-width:none] items-center gap-1 overflow-x-auto px-(--pane-x) pb-2 max-sm:h-12">
        <Segmented
          look="bare"
          label={t('assets.kind')}
          value={view.tab}
          onChange={(tab) => onView({ tab })}
          className="-ms-2.5 shrink-0 max-sm:-ms-1.75"
          segments={tabs.map((tab) => ({
            value: tab,
            label: <Tab tab={tab} count={whole && countOf(whole, tab)} />,
          }))}
        />
        <span aria-hidden className="mx-2 h-5 w-px shrink-0 bg-line" />
        {libraries.map((library) => (
          <StateFilter
            key={library}
            library={library}
            state={view.state?.library === library ? view.state.name : null}
            onState={(name) => onView({ state: name && { library, name } })}
          />
        ))}
        <span className="flex-1" />
        <p className="text-xs whitespace-nowrap text-ink-faint max-wide:hidden">
          {t('assets.note')}
        </p>
      </div>
    </div>
  )
}

function countOf(whole: readonly Media[], tab: AssetTab): number {
  return whole.filter(({ kind }) => tab === 'all' || tab === kind).length
}

function Tab({ tab, count }: { tab: AssetTab; count: number | null }) {
  const { t, format } = useI18n()
  return (
    <span>
      {t(`assets.tab.${tab}`)}
      {count !== null && count > 0 && (
        <span className="ms-1.25 font-normal text-ink-soft">{format.number(count)}</span>
      )}
    </span>
  )
}
