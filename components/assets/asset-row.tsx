import { memo } from 'react'
import { cx } from '@/components/ui/cx'
import { useConfig } from '@/lib/client/config'
import { useI18n } from '@/lib/client/i18n'
import { useNow } from '@/lib/client/now'
import type { Media } from '@/lib/schemas/media'
import { AssetCheck } from './asset-check'
import { AssetMenu } from './asset-menu'
import { AssetThumb } from './asset-thumb'
import { useAssetActions } from './assets-context'
import { LibraryCell } from './library-cell'
import { pressToSelect } from './press-to-select'
import { rowGrid, rowPlaces } from './row-grid'
import { useItemFacts } from './use-item-facts'

export type AssetItemProps = { media: Media; selected: boolean }

/** One item in the list: what it is, how it stands in both libraries, where it is used. */
export const AssetRow = memo(function AssetRow({ media, selected }: AssetItemProps) {
  const { t } = useI18n()
  const { team } = useConfig()
  const { select } = useAssetActions()
  const facts = useItemFacts()
  return (
    <li
      data-item={media.id}
      onClick={pressToSelect(media.id, select)}
      className={cx(
        rowGrid,
        rowPlaces,
        'min-h-15 border-b transition-colors hover:bg-hover max-sm:-mx-(--pane-x) max-sm:py-2.5',
        selected && 'bg-hover',
      )}
    >
      <AssetCheck
        label={t('assets.select', { name: media.name })}
        checked={selected}
        onToggle={(range) => select(media.id, range)}
      />
      <div className="flex min-w-0 items-center gap-3 pe-3 max-sm:col-span-2">
        <AssetThumb media={media} fit="cover" className="h-11 w-18 rounded-sm" />
        <div className="min-w-0">
          <h2 className="truncate font-medium" title={media.name}>
            {media.name}
          </h2>
          <p className="truncate text-xs text-ink-faint">{facts(media)}</p>
        </div>
      </div>
      <LibraryCell
        media={media}
        library="full"
        className="pe-3 max-sm:col-start-2 max-sm:row-start-2"
      />
      <LibraryCell
        media={media}
        library="sp"
        className="pe-3 max-sm:col-start-3 max-sm:col-end-5 max-sm:row-start-2"
      />
      <p className="pe-3 max-wide:hidden">
        <span className="sr-only">{t('assets.usedIn')} </span>
        {media.used_in > 0 ? (
          t('assets.clips', { count: media.used_in })
        ) : (
          <>
            <span aria-hidden>–</span>
            <span className="sr-only">{t('assets.never')}</span>
          </>
        )}
      </p>
      <div className="min-w-0 pe-3 max-wide:hidden">
        {team && <p className="truncate text-ink-soft">{media.author.name}</p>}
        <p className={cx('truncate', team ? 'text-xs text-ink-faint' : 'text-ink-soft')}>
          <AddedAt at={media.created_at} />
        </p>
        {!team && (
          <p className="truncate text-xs text-ink-faint">{t(`assets.origin.${media.origin}`)}</p>
        )}
      </div>
      <AssetMenu
        media={media}
        className="justify-self-center max-sm:col-start-4 max-sm:row-start-1 pointer-coarse:size-11"
      />
    </li>
  )
})

const dayMs = 24 * 60 * 60 * 1000

/** `Today 11:20`, or the day alone. */
function AddedAt({ at }: { at: string }) {
  const { t, format } = useI18n()
  const now = useNow(false)
  const day = format.dayKey(at)
  const time = format.time(at)
  if (day === format.dayKey(now)) return t('assets.day.today', { time })
  if (day === format.dayKey(now - dayMs)) return t('assets.day.yesterday', { time })
  return format.day(at)
}
