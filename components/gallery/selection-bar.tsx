import { useState, type ReactNode } from 'react'
import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import type { IconName } from '@/components/ui/icon-name'
import { Popover } from '@/components/ui/popover'
import { useCell } from '@/lib/client/cell'
import { useMember } from '@/lib/client/config'
import { selection } from '@/lib/client/gallery-selection'
import { useI18n } from '@/lib/client/i18n'
import { isAtLeast, mayChange } from '@/lib/models/access'
import type { Tile } from '@/lib/schemas/gallery'
import { CollectPanel } from './collect-panel'
import { useGallery } from './gallery-context'
import { TagPanel } from './tag-panel'
import { timeWords } from './tile-words'

const mostCompared = 4
const mostZipped = 200

/** What can be done with everything chosen. */
export function SelectionBar({ onClear }: { onClear: () => void }) {
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
      <Compare tiles={tiles} />
      <Download tiles={tiles} />
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
}

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

const barButton =
  'inline-flex h-9 items-center justify-center gap-1.75 rounded-md px-2.75 font-medium whitespace-nowrap transition-colors hover:bg-hover max-sm:h-11 max-sm:w-10 max-sm:px-0'
const barWord = 'max-wide:sr-only'

type BarButtonProps = {
  icon: IconName
  label: string
  keys?: string
  filled?: boolean
  /** The label is too long for the bar: the icon says it. */
  isShort?: boolean
  className?: string
  onClick: () => void
}

function BarButton({ icon, label, keys, filled, isShort, className, onClick }: BarButtonProps) {
  return (
    <button
      type="button"
      aria-keyshortcuts={keys}
      onClick={onClick}
      data-tip={label}
      data-tip-side="above"
      className={cx(barButton, 'relative', className)}
    >
      <Icon name={icon} filled={filled} />
      <span className={isShort ? 'sr-only' : barWord}>{label}</span>
    </button>
  )
}

type FloatButtonProps = {
  icon: IconName
  label: string
  className?: string
  children: (close: () => void) => ReactNode
}

function FloatButton({ icon, label, className, children }: FloatButtonProps) {
  return (
    <Popover
      role="dialog"
      label={label}
      className="w-72 p-1"
      trigger={(props) => (
        <button {...props} type="button" className={cx(barButton, className)}>
          <Icon name={icon} />
          <span className={barWord}>{label}</span>
        </button>
      )}
    >
      {(id) => children(() => document.getElementById(id)?.hidePopover())}
    </Popover>
  )
}

/** Off below two and above four, and says why to whoever tries. */
function Compare({ tiles }: { tiles: readonly Tile[] }) {
  const { t } = useI18n()
  const [isAsked, setAsked] = useState(false)
  const isOff = tiles.length < 2 || tiles.length > mostCompared
  const reason = t(
    tiles.length < 2 ? 'gallery.selection.compareFew' : 'gallery.selection.compareMany',
  )
  const look = `${buttonClass('primary')} h-9 max-sm:h-11`
  const inside = (
    <>
      <Icon name="square-split-horizontal" />
      {t('gallery.selection.compare')}
    </>
  )
  if (!isOff) {
    return (
      <Link
        href={`/compare?ids=${tiles.map(({ id }) => id).join(',')}`}
        prefetch={false}
        aria-keyshortcuts="C"
        className={look}
      >
        {inside}
      </Link>
    )
  }
  return (
    <span className="relative">
      <button
        type="button"
        aria-disabled
        aria-describedby="compare-reason"
        onClick={() => setAsked(true)}
        onBlur={() => setAsked(false)}
        onPointerLeave={() => setAsked(false)}
        onPointerEnter={() => setAsked(true)}
        onFocus={() => setAsked(true)}
        className={look}
      >
        {inside}
      </button>
      <span
        id="compare-reason"
        className={cx(
          isAsked
            ? 'absolute bottom-full left-1/2 mb-2 -translate-x-1/2 rounded-sm bg-ink px-2 py-1 text-xs font-medium whitespace-nowrap text-bg max-sm:left-0 max-sm:translate-x-0'
            : 'sr-only',
        )}
      >
        {reason}
      </span>
    </span>
  )
}

function Download({ tiles }: { tiles: readonly Tile[] }) {
  const { t } = useI18n()
  const [first] = tiles
  if (!first) return null
  const isOff = tiles.length > mostZipped
  const word = <span className={barWord}>{t('gallery.selection.download')}</span>
  if (isOff) {
    return (
      <button
        type="button"
        aria-disabled
        title={t('gallery.selection.downloadMany')}
        className={cx(barButton, 'text-ink-faint')}
      >
        <Icon name="download" />
        {word}
        <span className="sr-only">{t('gallery.selection.downloadMany')}</span>
      </button>
    )
  }
  const href =
    tiles.length === 1
      ? `/api/tasks/${first.id}/download`
      : `/api/tasks/zip?ids=${tiles.map(({ id }) => id).join(',')}`
  return (
    <a href={href} download data-download aria-keyshortcuts="D" className={barButton}>
      <Icon name="download" />
      {word}
    </a>
  )
}
