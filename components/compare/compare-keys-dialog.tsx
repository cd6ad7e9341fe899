'use client'

import { KeysDialog, type KeyHelp } from '@/components/player/keys-dialog'

const keys: KeyHelp = [
  [['Space'], 'task.player.help.space'],
  [['J', 'K', 'L'], 'task.player.help.jkl'],
  [['←', '→'], 'task.player.help.arrows'],
  [[',', '.'], 'task.player.help.frames'],
  [['I', 'O'], 'task.player.help.range'],
  [['⇧ I'], 'task.player.help.clear'],
  [['1', '–', '4'], 'compare.keys.hear'],
  [['P', 'A'], 'compare.keys.pick'],
  [['M'], 'task.player.help.mute'],
  [['F'], 'task.player.help.full'],
  [['Esc'], 'compare.keys.close'],
  [['?'], 'task.player.help.help'],
]

export function CompareKeysDialog({ onClose }: { onClose: () => void }) {
  return <KeysDialog title="compare.keys.title" keys={keys} onClose={onClose} />
}
