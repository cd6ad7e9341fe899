'use client'

import { isRange } from '@/components/player/loop-range'
import { SeekBar } from '@/components/player/seek-bar'
import { TimecodeDisplay } from '@/components/player/timecode-display'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { Segmented } from '@/components/ui/segmented'
import { useI18n } from '@/lib/client/i18n'
import type { Task } from '@/lib/schemas/task'
import { letterAt } from './compare-views'
import type { ClockState, SharedClock } from './shared-clock'

type CompareDeckProps = {
  clock: SharedClock
  state: ClockState
  tasks: readonly Task[]
  onFullScreen: () => void
  onHelp: () => void
}

const rates = [0.5, 1, 2]

/** The one transport of all clips, and whose sound is heard. */
export function CompareDeck({ clock, state, tasks, onFullScreen, onHelp }: CompareDeckProps) {
  const { t, format } = useI18n()
  const { playing, duration, muted, rate, loop, range, heard } = state
  const nextRate = rates[(rates.indexOf(rate) + 1) % rates.length] ?? 1
  return (
    <div className="shrink-0 border-y bg-raised px-3.5 py-2">
      <SeekBar player={clock} state={state} look="ruler" />
      <div className="mt-1 grid grid-cols-[1fr_auto_1fr] items-center gap-3 max-sm:grid-cols-[1fr_auto]">
        <div className="flex items-center gap-0.5">
          <button
            type="button"
            onClick={clock.toggle}
            aria-label={t(playing ? 'task.player.pause' : 'task.player.play')}
            className="me-1 grid h-9 w-10 place-items-center rounded-lg bg-ink text-bg max-sm:size-11"
          >
            <Icon name={playing ? 'pause' : 'play'} size={17} filled />
          </button>
          <IconButton
            icon="step-back"
            label={t('task.player.frameBack')}
            onClick={() => clock.step(-1)}
          />
          <IconButton
            icon="step-forward"
            label={t('task.player.frameForward')}
            onClick={() => clock.step(1)}
          />
          <IconButton
            icon="repeat"
            label={t('task.player.loop')}
            aria-pressed={loop}
            onClick={clock.toggleLoop}
            className={cx(loop && 'bg-hover text-ink')}
          />
          {isRange(range) && (
            <IconButton icon="x" label={t('task.player.clearLoop')} onClick={clock.clearRange} />
          )}
        </div>
        <TimecodeDisplay player={clock} duration={duration} />
        <div className="flex items-center justify-end gap-0.5 max-sm:col-span-2 max-sm:justify-between">
          <span aria-hidden className="me-2 text-xs text-ink-faint">
            {t('compare.hear')}
          </span>
          <Segmented
            label={t('compare.hear')}
            value={muted ? '' : (heard ?? '')}
            segments={tasks.map(({ id }, at) => ({ value: id, label: letterAt(at) }))}
            onChange={clock.hear}
            className="me-1.5"
          />
          <IconButton
            icon={muted ? 'volume-x' : 'volume-2'}
            label={t('task.player.sound')}
            aria-pressed={!muted}
            onClick={clock.toggleMute}
          />
          <button
            type="button"
            onClick={() => clock.setRate(nextRate)}
            aria-label={`${t('task.player.speed')} ${format.number(rate)}×`}
            className="h-8 min-w-10 rounded-md px-2 text-ink-soft hover:bg-hover hover:text-ink"
          >
            {format.number(rate)}×
          </button>
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
            onClick={onHelp}
            className="max-sm:hidden"
          />
        </div>
      </div>
    </div>
  )
}
