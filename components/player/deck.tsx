'use client'

import type { ReactNode } from 'react'
import { showKeys } from '@/components/palette/palette-view'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { useI18n } from '@/lib/client/i18n'
import { isRange, type LoopRange } from './loop-range'
import type { Player, PlayerState } from './player'
import { SeekBar } from './seek-bar'
import { Timecode, TimecodeDisplay } from './timecode-display'

type DeckProps = {
  player: Player
  state: PlayerState
  onFullScreen: () => void
  pins?: ReactNode
  /** Stands before what every deck has at its end. */
  lead?: ReactNode
  className?: string
}

const rates = [0.5, 1, 2]

/** The transport under the stage. */
export function Deck({ player, state, onFullScreen, pins, lead, className }: DeckProps) {
  const { t, format } = useI18n()
  const { playing, duration, muted, rate, loop, range } = state
  const nextRate = rates[(rates.indexOf(rate) + 1) % rates.length] ?? 1
  return (
    <div className={cx('@container shrink-0 bg-raised px-3.5 py-2', className)}>
      <SeekBar player={player} state={state} look="ruler" pins={pins} />
      <div className="mt-1 grid grid-cols-[1fr_auto_1fr] items-center gap-x-3 @max-[800px]:flex @max-[800px]:flex-wrap">
        <div className="flex items-center gap-0.5 @max-[800px]:contents">
          <div className="flex items-center gap-0.5">
            <button
              type="button"
              onClick={player.toggle}
              aria-label={t(playing ? 'task.player.pause' : 'task.player.play')}
              className="me-1 grid h-9 w-10 place-items-center rounded-lg bg-ink text-bg max-sm:size-11"
            >
              <Icon name={playing ? 'pause' : 'play'} size={17} filled />
            </button>
            <IconButton
              icon="step-back"
              label={t('task.player.frameBack')}
              onClick={() => player.step(-1)}
            />
            <IconButton
              icon="step-forward"
              label={t('task.player.frameForward')}
              onClick={() => player.step(1)}
            />
            <IconButton
              icon="repeat"
              label={t('task.player.loop')}
              aria-pressed={loop}
              onClick={player.toggleLoop}
              className={cx(loop && 'bg-hover text-ink')}
            />
          </div>
          {isRange(range) && (
            <RangeChip range={range} duration={duration} onClear={player.clearRange} />
          )}
        </div>
        <TimecodeDisplay player={player} duration={duration} />
        {/* Ends the first row where there is no room for one. */}
        <i className="order-1 mt-3 hidden basis-full @max-[800px]:block" />
        <div className="flex items-center justify-end gap-0.5 @max-[800px]:contents">
          <div className="order-2 flex items-center">{lead}</div>
          <div className="order-4 flex items-center gap-0.5 @max-[800px]:ms-auto">
            <button
              type="button"
              onClick={() => player.setRate(nextRate)}
              aria-label={`${t('task.player.speed')} ${format.number(rate)}×`}
              className="h-8 min-w-10 rounded-md px-2 text-ink-soft hover:bg-hover hover:text-ink"
            >
              {format.number(rate)}×
            </button>
            <IconButton
              icon={muted ? 'volume-x' : 'volume-2'}
              label={t('task.player.sound')}
              aria-pressed={!muted}
              onClick={player.toggleMute}
            />
            <IconButton
              icon="maximize"
              label={t('task.player.fullScreen')}
              tip="above-end"
              onClick={onFullScreen}
            />
            <IconButton
              icon="keyboard"
              label={t('task.player.keys')}
              tip="above-end"
              onClick={showKeys}
              className="max-sm:hidden"
            />
          </div>
        </div>
      </div>
    </div>
  )
}

type RangeChipProps = { range: LoopRange; duration: number; onClear: () => void }

function RangeChip({ range, duration, onClear }: RangeChipProps) {
  const { t } = useI18n()
  const end = 'px-1.75 [&>b]:me-1 [&>b]:font-medium [&>b]:text-ink-faint'
  return (
    <span
      role="group"
      aria-label={t('task.player.loopRange')}
      className="order-3 ms-1 inline-flex h-7 items-center divide-x rounded-md font-mono text-2xs font-medium text-ink-soft shadow-[inset_0_0_0_1px_var(--color-line)] @max-[800px]:mx-auto"
    >
      <span className={end}>
        <b>I</b>
        <Timecode seconds={range.from ?? 0} short />
      </span>
      <span className={end}>
        <b>O</b>
        <Timecode seconds={range.to ?? duration} short />
      </span>
      <IconButton
        icon="x"
        iconSize={13}
        label={t('task.player.clearLoop')}
        onClick={onClear}
        className="size-7"
      />
    </span>
  )
}
