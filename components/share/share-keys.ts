import type { PlayerCommands } from '@/components/player/player'

export type ShareCommands = Pick<
  PlayerCommands,
  'toggle' | 'jump' | 'toggleLoop' | 'toggleMute'
> & {
  fullScreen: () => void
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** Runs what a key means to somebody who only watches; false when it means nothing. */
export function shareKey(pressed: Pressed, player: ShareCommands): boolean {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return false
  const commands: Record<string, () => void> = {
    ' ': player.toggle,
    arrowleft: () => player.jump(-1),
    arrowright: () => player.jump(1),
    f: player.fullScreen,
    m: player.toggleMute,
    l: player.toggleLoop,
  }
  const command = commands[pressed.key.toLowerCase()]
  command?.()
  return command !== undefined
}
