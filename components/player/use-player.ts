import { useState, useSyncExternalStore } from 'react'
import { createPlayer, type ClipPlayer, type PlayerState } from './player'

/** A player of its own for the component, and its state. */
export function usePlayer(): [ClipPlayer, PlayerState] {
  const [player] = useState(createPlayer)
  const state = useSyncExternalStore(player.subscribe, player.state, player.state)
  return [player, state]
}
