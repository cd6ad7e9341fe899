import { useState, useSyncExternalStore } from 'react'
import { createPlayer, type Player, type PlayerState } from './player'

/** A player of its own for the component, and its state. */
export function usePlayer(): [Player, PlayerState] {
  const [player] = useState(createPlayer)
  const state = useSyncExternalStore(player.subscribe, player.state, player.state)
  return [player, state]
}
