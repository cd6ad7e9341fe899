'use client'

import { useCallback, useEffect, useRef, useState, type CSSProperties } from 'react'
import { isTyping } from '@/components/player/player-keys'
import { Icon } from '@/components/ui/icon'
import { ShareDeck } from './share-deck'
import { shareKey } from './share-keys'
import { useFullScreen } from './use-full-screen'
import { useSharePlayer } from './use-share-player'
import type { PlayerWords } from './words'

type SharePlayerProps = {
  video: string
  poster: string | null
  /** What the picture shows, in the sharer's words. */
  name: string
  /** Width by height. */
  ratio: number
  /** Seconds, as stored; 0 when unknown. */
  seconds: number
  sound: boolean
  words: PlayerWords
}

/** The clip under its poster. Its element has no source, and so fetches nothing, until somebody asks to play. */
export function SharePlayer(props: SharePlayerProps) {
  const { video, poster, name, ratio, seconds, sound, words } = props
  const [player, state] = useSharePlayer()
  const element = useRef<HTMLVideoElement>(null)
  const [asked, setAsked] = useState(false)
  const [shown, setShown] = useState(false)
  const [full, goFull] = useFullScreen()
  const { attach, toggle: toggleClip } = player

  const hold = useCallback(
    (held: HTMLVideoElement) => {
      element.current = held
      return attach(held)
    },
    [attach],
  )

  const start = useCallback(() => {
    const held = element.current
    if (!held) return
    held.src = video
    setAsked(true)
    // A refusal shows as the element's own error.
    held.play().catch(() => {})
  }, [video])

  const begun = asked && !state.failed
  const toggle = begun ? toggleClip : start

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target, event.key)) return
      const fullScreen = () => goFull(element.current)
      if (shareKey(event, { ...player, toggle, fullScreen })) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  })

  const shape: CSSProperties & Record<'--ratio', number> = { '--ratio': ratio }
  const idle = !begun
  return (
    <div
      style={shape}
      className="w-full sm:w-[min(1240px,100vw-48px,(100dvh-248px)*var(--ratio))] sm:min-w-[min(280px,100vw-48px)]"
    >
      <div className="relative grid aspect-(--ratio) max-h-[calc(100dvh-216px)] w-full place-items-center overflow-hidden bg-stage sm:max-h-none sm:rounded-lg">
        <video
          ref={hold}
          playsInline
          preload="none"
          controls={full}
          aria-label={name}
          onClick={full ? undefined : toggle}
          onPlaying={() => setShown(true)}
          className="absolute inset-0 size-full object-contain"
        />
        {poster && !shown && (
          <img
            src={poster}
            alt=""
            fetchPriority="high"
            className="pointer-events-none absolute inset-0 size-full object-contain"
          />
        )}
        {state.failed && (
          <p role="alert" className="absolute inset-x-4 bottom-4 text-center text-white">
            <span className="rounded-md bg-plate px-3 py-1.5">{words.failed}</span>
          </p>
        )}
        {(idle || !shown) && (
          <button
            type="button"
            onClick={start}
            disabled={!idle}
            aria-label={state.failed ? words.again : words.play}
            className="relative grid size-18 place-items-center rounded-full bg-plate text-white transition-transform hover:scale-105 disabled:animate-pulse"
          >
            <Icon
              name={state.failed ? 'refresh-cw' : 'play'}
              size={26}
              filled={!state.failed}
              className={state.failed ? '' : 'ms-1'}
            />
          </button>
        )}
      </div>
      <ShareDeck
        player={player}
        state={state}
        duration={state.duration || seconds}
        sound={sound}
        words={words}
        onToggle={toggle}
        onSeek={(at) => {
          player.seek(at)
          if (!begun) start()
        }}
        onFullScreen={() => goFull(element.current)}
      />
    </div>
  )
}
