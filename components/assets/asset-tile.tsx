import { memo } from 'react'
import { cx } from '@/components/ui/cx'
import { useI18n } from '@/lib/client/i18n'
import { AssetCheck } from './asset-check'
import { AssetMenu } from './asset-menu'
import type { AssetItemProps } from './asset-row'
import { stateIn } from './asset-state'
import { AssetThumb } from './asset-thumb'
import { libraries } from './asset-view'
import { useAssetActions } from './assets-context'
import { pressToSelect } from './press-to-select'
import { StateMark } from './state-mark'
import { useItemFacts } from './use-item-facts'

/** One item in the grid: its picture whole, and its two states. */
export const AssetTile = memo(function AssetTile({ media, selected }: AssetItemProps) {
  const { t } = useI18n()
  const { select } = useAssetActions()
  const facts = useItemFacts()
  return (
    <li data-item={media.id} onClick={pressToSelect(media.id, select)} className="group min-w-0">
      <div
        className={cx(
          'relative rounded-md',
          selected && 'outline-2 outline-offset-2 outline-ink outline-solid',
        )}
      >
        <AssetThumb media={media} fit="contain" className="h-34 w-full rounded-md" />
        <div className="absolute -top-0.5 -left-0.5 z-4">
          <AssetCheck
            label={t('assets.select', { name: media.name })}
            checked={selected}
            look="picture"
            onToggle={(range) => select(media.id, range)}
          />
        </div>
      </div>
      <div className="mt-2 flex items-start">
        <h2
          className="min-w-0 flex-1 truncate font-medium"
          title={`${media.name} · ${facts(media)}`}
        >
          {media.name}
        </h2>
        <AssetMenu media={media} className="-my-2 -me-1.5" />
      </div>
      <dl className="mt-1 grid grid-cols-[30px_minmax(0,1fr)] gap-x-1.5 gap-y-0.5 text-xs">
        {libraries.map((library) => (
          <div key={library} className="contents">
            <dt className="leading-5 text-ink-faint">{t(`assets.library.${library}.short`)}</dt>
            <dd>
              <StateMark library={library} state={stateIn(media, library)} />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  )
})
