import { memo } from 'react'
import { cx } from '@/components/ui/cx'
import { IconButton } from '@/components/ui/icon-button'
import { useCell } from '@/lib/client/cell'
import { useMember } from '@/lib/client/config'
import { selection } from '@/lib/client/gallery-selection'
import { useI18n } from '@/lib/client/i18n'
import { isAtLeast, mayChange } from '@/lib/models/access'
import type { Tile } from '@/lib/schemas/gallery'
import { BarButton, FloatButton } from './bar-button'
import { CollectPanel } from './collect-panel'
import { CompareButton } from './compare-button'
import { DownloadButton } from './download-button'
import { useGallery } from './gallery-context'
import { TagPanel } from './tag-panel'
import { timeWords } from './tile-words'

/** What can be done with everything chosen. */
export const SelectionBar = memo(function SelectionBar({ onClear }: { onClear: () => void }) {
  const i18n = useI18n()
  const { t, format } = i18n
  const member = useMember()
  const { favour, hide, restore, view } = useGallery()
  const chosen = useCell(selection, ({ tiles }) => tiles)
  const tiles = [...chosen.values()]
  const makes = isAtLeast(member, 'creator')
  const mine = tiles.some(({ author }) => mayChange(member, { authorId: author.id }))
  const isFavourite = tiles.every(({ favourite }) => favourite)
  const seconds = tiles.reduce((sum, tile) => sum + (tile.seconds ?? 0), 0)
  const bytes = tiles.reduce((sum, tile) => sum + (tile.bytes ?? 0), 0)
  return (
    <div
      role="toolbar"
      aria-label={t('gallery.selection.label')}
      className="fixed bottom-5 left-1/2 z-30 flex h-13 -translate-x-1/2 items-center gap-1 rounded-xl bg-raised ps-2.5 pe-2 shadow-float max-sm:inset-x-3 max-sm:bottom-3 max-sm:h-14 max-sm:translate-x-0 max-sm:gap-0 max-sm:ps-3 max-sm:pe-1.5 desk:ms-7.5"
    >
      <Stack tiles={tiles} />
      <p
        role="status"
        className="me-3 grid min-w-0 leading-4.25 whitespace-nowrap max-sm:me-auto max-sm:pe-1 max-sm:*:truncate"
      >
        <b className="font-semibold">{t('gallery.selection.count', { count: tiles.length })}</b>
        <span className="text-xs text-ink-faint">
          {t('gallery.selection.sum', {
            time: timeWords(i18n, seconds),
            size: format.bytes(bytes),
          })}
        </span>
      </p>
      <CompareButton tiles={tiles} />
      <DownloadButton tiles={tiles} />
      {makes && (
        <FloatButton icon="folder-plus" label={t('gallery.selection.collect')}>
          {(close) => <CollectPanel tiles={tiles} collection={view.collection} onDone={close} />}
        </FloatButton>
      )}
      <BarButton
        icon="star"
        filled={isFavourite}
        label={t(isFavourite ? 'gallery.selection.unfavourite' : 'gallery.selection.favourite')}
        keys="S"
        onClick={() => favour(tiles, !isFavourite)}
        isShort={isFavourite}
      />
      {mine && (
        <FloatButton icon="tag" label={t('gallery.selection.tag')} className="max-sm:hidden">
          {(close) => <TagPanel ids={tiles.map(({ id }) => id)} onDone={close} />}
        </FloatButton>
      )}
      <Rule />
      {mine && (
        <BarButton
          icon={view.hidden ? 'eye' : 'eye-off'}
          label={t(view.hidden ? 'gallery.selection.restore' : 'gallery.selection.hide')}
          onClick={() => (view.hidden ? restore : hide)(tiles)}
          className={view.hidden ? '' : 'text-bad'}
        />
      )}
      {mine && <Rule />}
      <IconButton
        icon="x"
        label={t('gallery.selection.clear')}
        aria-keyshortcuts="Escape"
        tip="above-end"
        onClick={onClear}
        className="size-9 max-sm:h-11 max-sm:w-10"
      />
    </div>
  )
})

function Stack({ tiles }: { tiles: readonly Tile[] }) {
  return (
    <span aria-hidden className="flex pe-1.5 max-sm:hidden">
      {tiles
        .slice(-3)
        .reverse()
        .map(({ id, poster_url }, at) => (
          <span
            key={id}
            className={cx(
              'size-9 overflow-hidden rounded-sm bg-frame shadow-[0_0_0_2px_var(--color-raised)]',
              at > 0 && '-ms-4',
            )}
          >
            {poster_url && <img src={poster_url} alt="" className="size-full object-cover" />}
          </span>
        ))}
    </span>
  )
}

const Rule = () => <span aria-hidden className="mx-1 h-5 w-px bg-line max-sm:hidden" />
