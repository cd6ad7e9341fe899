import type { PlayerCommands } from './player'

export type KeyCommands = PlayerCommands & { fullScreen: () => void }

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** Runs what a key means to the player; false when it means nothing. Chords are the browser's. */
export function playerKey(pressed: Pressed, player: KeyCommands): boolean {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return false
  const command = commandFor(pressed, player)
  command?.()
  return command !== undefined
}

function commandFor({ key, shiftKey }: Pressed, player: KeyCommands): (() => void) | undefined {
  switch (key.toLowerCase()) {
    case ' ':
      return player.toggle
    case 'k':
      return player.pause
    case 'j':
      return () => player.shuttle(-1)
    case 'l':
      return () => player.shuttle(1)
    case 'arrowleft':
      return () => player.jump(-1)
    case 'arrowright':
      return () => player.jump(1)
    case ',':
      return () => player.step(-1)
    case '.':
      return () => player.step(1)
    case 'f':
      return player.fullScreen
    case 'm':
      return player.toggleMute
    case 'i':
      return shiftKey ? player.clearRange : () => player.mark('from')
    case 'o':
      return () => player.mark('to')
    default:
      return undefined
  }
}

/** Typing is never a command, and Space on a focused button presses the button. */
export function isTyping(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('dialog, [popover]')) return true
  if (target instanceof HTMLInputElement) return target.type !== 'range'
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return key === ' ' && target.closest('button, a, summary') !== null
}
