'use client'

import type { Player, PlayerState } from '@/components/player/player'
import { cx } from '@/components/ui/cx'
import { IconButton } from '@/components/ui/icon-button'
import { ShareSeek } from './share-seek'
import { ShareTime } from './share-time'
import type { PlayerWords } from './words'

type ShareDeckProps = {
  player: Player
  state: PlayerState
  /** Seconds. */
  duration: number
  sound: boolean
  words: PlayerWords
  onToggle: () => void
  onSeek: (seconds: number) => void
  onFullScreen: () => void
}

/** The transport under the picture, with no more than somebody needs who only watches. */
export function ShareDeck(props: ShareDeckProps) {
  const { player, state, duration, sound, words, onToggle, onSeek, onFullScreen } = props
  const { playing, loop, muted } = state
  const size = 'max-sm:size-11'
  return (
    <div className="px-4 pt-2 sm:px-0">
      <ShareSeek player={player} duration={duration} label={words.position} onSeek={onSeek} />
      <div className="-mx-2 flex items-center">
        <IconButton
          icon={playing ? 'pause' : 'play'}
          label={playing ? words.pause : words.play}
          onClick={onToggle}
          className={size}
        />
        <IconButton
          icon="repeat"
          label={words.loop}
          aria-pressed={loop}
          onClick={player.toggleLoop}
          className={cx(size, loop && 'bg-hover text-ink')}
        />
        <ShareTime player={player} duration={duration} />
        <span className="flex-1" />
        {sound && (
          <IconButton
            icon={muted ? 'volume-x' : 'volume-2'}
            label={words.sound}
            aria-pressed={!muted}
            onClick={player.toggleMute}
            className={size}
          />
        )}
        <IconButton
          icon="maximize"
          label={words.fullScreen}
          tip="above-end"
          onClick={onFullScreen}
          className={size}
        />
      </div>
    </div>
  )
}
