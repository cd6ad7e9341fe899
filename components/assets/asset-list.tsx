import type { ReactNode } from 'react'
import { cx } from '@/components/ui/cx'
import { useI18n } from '@/lib/client/i18n'
import type { Media } from '@/lib/schemas/media'
import { AssetCheck } from './asset-check'
import type { AssetLook } from './asset-look'
import { AssetRow } from './asset-row'
import { AssetTile } from './asset-tile'
import { libraries } from './asset-view'
import { useAssetActions } from './assets-context'
import { rowGrid } from './row-grid'
import { useListKeys } from './use-list-keys'

type AssetListProps = {
  items: readonly Media[]
  look: AssetLook
  selected: ReadonlySet<string>
  onAll: () => void
  /** Stands between the head and the items. */
  children?: ReactNode
}

/** All items, in rows or in a grid. */
export function AssetList({ items, look, selected, onAll, children }: AssetListProps) {
  const { t } = useI18n()
  const { select } = useAssetActions()
  const onKeyDown = useListKeys(select)
  const Item = look === 'grid' ? AssetTile : AssetRow
  const count = items.filter(({ id }) => selected.has(id)).length
  return (
    <>
      {look === 'list' && (
        <ListHead>
          <AssetCheck
            label={t('assets.selectAll')}
            checked={count === items.length}
            some={count > 0}
            onToggle={onAll}
          />
        </ListHead>
      )}
      {children}
      <ul
        aria-label={t('assets.items')}
        onKeyDown={onKeyDown}
        onMouseDown={(event) => {
          // A range of items is wanted, not one of words.
          if (event.shiftKey) event.preventDefault()
        }}
        className={
          look === 'grid'
            ? 'grid grid-cols-[repeat(auto-fill,minmax(196px,1fr))] gap-x-4 gap-y-5 px-(--pane-x) pt-2 max-sm:grid-cols-2'
            : 'px-(--pane-x)'
        }
      >
        {items.map((media) => (
          <Item key={media.id} media={media} selected={selected.has(media.id)} />
        ))}
      </ul>
    </>
  )
}

/** Names of the columns, for eyes alone: every cell says its own. */
function ListHead({ children }: { children: ReactNode }) {
  const { t } = useI18n()
  const column = 'truncate pe-3 text-xs font-medium text-ink-faint'
  return (
    <div className="sticky top-23 z-5 bg-bg px-(--pane-x) max-desk:top-36 max-sm:hidden">
      <div className={cx(rowGrid, 'h-9 border-b')}>
        {children}
        <span aria-hidden className={column}>
          {t('assets.item')}
        </span>
        {libraries.map((library) => (
          <span key={library} aria-hidden className={column}>
            {t(`assets.library.${library}.name`)}
            <small className="ms-1 text-2xs font-normal">
              {t(`assets.library.${library}.for`)}
            </small>
          </span>
        ))}
        <span aria-hidden className={cx(column, 'max-wide:hidden')}>
          {t('assets.usedIn')}
        </span>
        <span aria-hidden className={cx(column, 'max-wide:hidden')}>
          {t('assets.added')}
        </span>
      </div>
    </div>
  )
}
