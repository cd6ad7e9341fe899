import { memo, useEffect, useState, type CSSProperties } from 'react'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { useConfig } from '@/lib/client/config'
import type { PlacedTile } from '@/lib/client/gallery-layout'
import { isFlying, whenSlow } from '@/lib/client/gallery-motion'
import { useI18n } from '@/lib/client/i18n'
import type { Tile } from '@/lib/schemas/gallery'
import { averageColour } from './average-colour'
import { TileOver } from './tile-over'
import { useTileState } from './use-tile-state'
import { tileLength, tileName } from './tile-words'

type TileCardProps = PlacedTile & { top: number; height: number }

const plate =
  'grid h-4.5 min-w-4.5 shrink-0 place-items-center rounded-xs bg-plate px-0.75 text-white'

/** One clip: its picture and its length. Words and tools come when somebody is interested. */
export const TileCard = memo(function TileCard(props: TileCardProps) {
  const { tile, top, height, left, width, joinsBefore, joinsAfter } = props
  const i18n = useI18n()
  const { team } = useConfig()
  const { isHot, isCurrent, isSelected, isSelecting } = useTileState(tile.id)
  const isSeen = useSeen()
  const place: CSSProperties = { top, left, width, height }
  const length = tileLength(i18n, tile)
  return (
    <div
      data-tile={tile.id}
      role="listitem"
      style={place}
      className={cx('group/tile absolute', isSelected && 'rounded-md bg-pressed')}
    >
      <a
        href={`/tasks/${tile.id}`}
        aria-label={tileName(i18n, tile, team)}
        tabIndex={isCurrent ? 0 : -1}
        draggable={false}
        style={{ backgroundColor: averageColour(tile.thumbhash) }}
        className={cx(
          'absolute overflow-hidden bg-frame outline-offset-[-2px]',
          isSelected ? 'inset-1.25 rounded-xs' : 'frame-edge inset-0 rounded-sm',
          !isSelected && joinsBefore && 'rounded-s-[1px]',
          !isSelected && joinsAfter && 'rounded-e-[1px]',
        )}
      >
        {isSeen && tile.poster_url !== null && (
          <img
            src={tile.poster_url}
            alt=""
            decoding="async"
            draggable={false}
            className="size-full object-cover select-none [-webkit-touch-callout:none]"
          />
        )}
      </a>
      {isSelected && (
        <span className="pointer-events-none absolute inset-0 rounded-md shadow-[inset_0_0_0_2px_var(--color-ink)]" />
      )}
      {isSeen && !isHot && (
        <span
          aria-hidden
          className={cx(
            'pointer-events-none absolute flex items-center gap-0.75 text-2xs leading-4.5 font-medium',
            isSelected ? 'inset-x-2.75 bottom-2.75' : 'inset-x-1.5 bottom-1.5',
          )}
        >
          <span className="flex flex-1 gap-0.75">
            {marksOf(tile)
              .slice(0, Math.max(0, Math.floor((width - lengthRoom) / markRoom)))
              .map((icon) => (
                <Mark key={icon} icon={icon} />
              ))}
          </span>
          {length !== null && (
            <span className={cx(plate, 'px-1.25 whitespace-nowrap')}>{length}</span>
          )}
        </span>
      )}
      {(isHot || isSelecting || isSelected) && (
        <Tick isSelected={isSelected} isHot={isHot} isReachable={isCurrent} />
      )}
      {isHot && <TileOver tile={tile} width={width} height={height} isSelected={isSelected} />}
    </div>
  )
})

/** Whether anybody can have looked at the clip: not while the page flies past it. Till then it is a plate. */
function useSeen(): boolean {
  const [isSeen, setSeen] = useState(() => !isFlying())
  useEffect(() => {
    if (!isSeen) return whenSlow(() => setSeen(true))
  }, [isSeen])
  return isSeen
}

type MarkIcon = 'circle-check' | 'star' | 'message-circle' | 'lock'

/** Pixels: of a mark, and of the length with the edges around it. A narrow clip keeps its length. */
const markRoom = 21
const lengthRoom = 50

function marksOf({ picked, favourite, notes, visibility }: Tile): MarkIcon[] {
  return [
    ...(picked ? (['circle-check'] as const) : []),
    ...(favourite ? (['star'] as const) : []),
    ...(notes > 0 ? (['message-circle'] as const) : []),
    ...(visibility === 'private' ? (['lock'] as const) : []),
  ]
}

function Mark({ icon }: { icon: MarkIcon }) {
  return (
    <span className={cx(plate, icon === 'circle-check' && 'text-[oklch(0.8_0.13_155)]')}>
      <Icon name={icon} size={11} filled={icon === 'star'} />
    </span>
  )
}

type TickProps = { isSelected: boolean; isHot: boolean; isReachable: boolean }

/** The ring that starts a selection. What pressing it does is the grid's. */
function Tick({ isSelected, isHot, isReachable }: TickProps) {
  const { t } = useI18n()
  return (
    <button
      type="button"
      role="checkbox"
      data-tick
      aria-checked={isSelected}
      aria-label={t('gallery.select')}
      aria-keyshortcuts="X"
      tabIndex={isReachable ? 0 : -1}
      className={cx(
        'absolute z-2 grid size-7 place-items-center rounded-full max-sm:size-8',
        isSelected
          ? 'top-2 left-2 max-sm:top-0.75 max-sm:left-0.75'
          : 'top-1.5 left-1.5 max-sm:top-0 max-sm:left-0',
      )}
    >
      <span
        className={cx(
          'grid size-5 place-items-center rounded-full max-sm:size-4.5',
          isSelected
            ? 'bg-ink text-bg shadow-[0_0_0_1.5px_var(--color-bg)]'
            : 'text-transparent shadow-[inset_0_0_0_1.5px_var(--color-white),0_0_0_1px_oklch(0.13_0.004_70/0.35)]',
          !isSelected && (isHot ? 'bg-plate' : 'bg-black/35'),
        )}
      >
        <Icon name="check" size={12} />
      </span>
    </button>
  )
}
