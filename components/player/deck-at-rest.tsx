import type { ReactNode } from 'react'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'
import { Ruler } from './ruler'
import { Timecode } from './timecode-display'

type DeckAtRestProps = {
  /** Seconds. */
  duration: number
  onPlay: () => void
  pins?: ReactNode
}

/** The transport of a clip that nobody has asked for yet: as tall as the deck that takes its place. */
export function DeckAtRest({ duration, onPlay, pins }: DeckAtRestProps) {
  const { t } = useI18n()
  return (
    <div className="@container shrink-0 border-b bg-raised px-3.5 py-2 desk:border-b-0">
      <div className={cx('relative mx-0.5', pins ? 'h-14' : 'h-11')}>
        <div
          className={cx(
            'absolute inset-x-0 h-1.5 rounded-full bg-pressed',
            pins ? 'top-8' : 'top-3',
          )}
        />
        {pins}
        <Ruler duration={duration} />
      </div>
      <div className="mt-1 grid grid-cols-[1fr_auto_1fr] items-center gap-x-3 @max-[800px]:mb-11 @max-[800px]:grid-cols-[1fr_auto]">
        <button
          type="button"
          onClick={onPlay}
          aria-label={t('task.player.play')}
          className="grid h-9 w-10 place-items-center rounded-lg bg-ink text-bg max-sm:size-11"
        >
          <Icon name="play" size={17} filled />
        </button>
        <span className="font-mono text-lg leading-5 font-medium tracking-[-0.02em] whitespace-nowrap">
          <Timecode seconds={0} />
          <span className="text-xs font-normal text-ink-faint max-sm:hidden">
            {' '}
            / <Timecode seconds={duration} /> · 24 fps
          </span>
        </span>
      </div>
    </div>
  )
}
