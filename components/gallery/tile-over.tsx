import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import type { IconName } from '@/components/ui/icon-name'
import { Menu } from '@/components/ui/menu'
import { useCell } from '@/lib/client/cell'
import { useConfig } from '@/lib/client/config'
import { previewed } from '@/lib/client/gallery-hot'
import { useI18n } from '@/lib/client/i18n'
import type { Tile } from '@/lib/schemas/gallery'
import { useGallery } from './gallery-context'
import { TilePreview } from './tile-preview'
import { tileFacts, tileTitle } from './tile-words'
import { useTileMenu } from './use-tile-menu'

type TileOverProps = { tile: Tile; width: number; height: number; isSelected: boolean }

const tool =
  'grid size-7 shrink-0 place-items-center rounded-sm text-white/82 hover:bg-white/14 hover:text-white focus-visible:outline-offset-[-2px] focus-visible:outline-white'

/** What a clip says and offers while somebody looks at it. */
export function TileOver({ tile, width, height, isSelected }: TileOverProps) {
  const i18n = useI18n()
  const { t } = i18n
  const { team } = useConfig()
  const { favour } = useGallery()
  const { items, reuse } = useTileMenu(tile)
  const isPreviewed = useCell(previewed, (id) => id === tile.id)
  const room = width - (isSelected ? 10 : 0) - 44
  return (
    <div
      className={cx(
        'pointer-events-none absolute z-1 overflow-hidden max-sm:hidden',
        isSelected ? 'inset-1.25 rounded-xs' : 'inset-0 rounded-sm',
      )}
    >
      {isPreviewed && <TilePreview id={tile.id} />}
      <div
        className={cx(
          'absolute inset-x-0 bottom-0 bg-plate px-2.5 pt-1.75 pb-2.25 text-white max-sm:hidden',
          height < 96 && 'hidden',
        )}
      >
        <p className="truncate text-xs leading-4.25 font-medium">{tileTitle(i18n, tile)}</p>
        <p className="truncate text-2xs leading-4 text-white/82">
          {width >= 200 && <span className="me-2 font-mono">{tile.model}</span>}
          {tileFacts(i18n, tile, team)}
        </p>
      </div>
      <div className="pointer-events-auto absolute top-1 right-1 flex gap-0.5 rounded-md bg-plate p-0.5 max-sm:hidden">
        {room >= 120 && (
          <>
            <button
              type="button"
              aria-label={t(tile.favourite ? 'task.unfavourite' : 'task.favourite')}
              aria-keyshortcuts="S"
              onClick={() => favour([tile], !tile.favourite)}
              className={cx(tool, tile.favourite && 'text-white')}
            >
              <Icon name="star" filled={tile.favourite} />
            </button>
            <ToolLink
              href={`/api/tasks/${tile.id}/download`}
              label={t('task.download')}
              icon="download"
            />
          </>
        )}
        {room >= 150 && reuse && (
          <button type="button" aria-label={t('task.reuse')} onClick={reuse} className={tool}>
            <Icon name="refresh-cw" />
          </button>
        )}
        <Menu
          label={t('gallery.moreFor')}
          items={items}
          trigger={(props) => (
            <button {...props} type="button" aria-label={t('gallery.moreFor')} className={tool}>
              <Icon name="ellipsis" />
            </button>
          )}
        />
      </div>
    </div>
  )
}

function ToolLink({ href, label, icon }: { href: string; label: string; icon: IconName }) {
  return (
    <a href={href} download aria-label={label} aria-keyshortcuts="D" className={tool}>
      <Icon name={icon} />
    </a>
  )
}
