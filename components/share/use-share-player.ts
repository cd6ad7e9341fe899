import { useState, useSyncExternalStore } from 'react'
import { createPlayer, type Player, type PlayerState } from '@/components/player/player'

/** A player that stops at the end: whoever is sent a clip expects that. */
export function useSharePlayer(): [Player, PlayerState] {
  const [player] = useState(() => {
    const made = createPlayer()
    if (made.state().loop) made.toggleLoop()
    return made
  })
  return [player, useSyncExternalStore(player.subscribe, player.state, player.state)]
}
