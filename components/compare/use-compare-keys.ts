import { useEffect, useRef } from 'react'
import { isTyping, playerKey } from '@/components/player/player-keys'
import { letterAt } from './compare-views'
import type { SharedClock } from './shared-clock'

type CompareKeys = {
  clock: SharedClock
  ids: readonly string[]
  onPick: ((id: string) => void) | null
  onFullScreen: () => void
  onClose: () => void
}

/** The player's keys for all clips; 1–4 hear one, P and a letter picks one, Escape closes. */
export function useCompareKeys(keys: CompareKeys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })

  useEffect(() => {
    // P waits for its letter, whatever else that letter means.
    let picking = false
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target, event.key)) return
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const { clock, ids, onPick, onFullScreen, onClose } = latest.current
      const key = event.key.toUpperCase()
      const lettered = ids.find((_, at) => letterAt(at) === key)
      const numbered = ids[Number(key) - 1]
      const wasPicking = picking
      picking = key === 'P'
      if (picking) return
      if (wasPicking && lettered !== undefined) onPick?.(lettered)
      else if (numbered !== undefined) clock.hear(numbered)
      else if (key === 'ESCAPE' && !document.fullscreenElement) onClose()
      else if (!playerKey(event, { ...clock, fullScreen: onFullScreen })) return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
