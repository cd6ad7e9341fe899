'use client'

import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { useI18n } from '@/lib/client/i18n'
import type { MessageKey } from '@/lib/client/messages'

/** What is pressed, and what that does. */
export type KeyHelp = readonly (readonly [caps: readonly string[], meaning: MessageKey])[]

const playerKeys: KeyHelp = [
  [['Space'], 'task.player.help.space'],
  [['J', 'K', 'L'], 'task.player.help.jkl'],
  [['←', '→'], 'task.player.help.arrows'],
  [[',', '.'], 'task.player.help.frames'],
  [['I', 'O'], 'task.player.help.range'],
  [['⇧ I'], 'task.player.help.clear'],
  [['F'], 'task.player.help.full'],
  [['M'], 'task.player.help.mute'],
  [['N'], 'task.player.help.note'],
  [['[', ']'], 'task.player.help.walk'],
  [['?'], 'task.player.help.help'],
]

type KeysDialogProps = { title?: MessageKey; keys?: KeyHelp; onClose: () => void }

/** The keys of a place; without others, the player's. */
export function KeysDialog({
  title = 'task.player.help.title',
  keys = playerKeys,
  onClose,
}: KeysDialogProps) {
  const { t } = useI18n()
  return (
    <Dialog open onClose={onClose} title={t(title)}>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-6 gap-y-2.5">
        {keys.map(([caps, meaning]) => (
          <div key={meaning} className="col-span-2 grid grid-cols-subgrid items-center">
            <dt className="flex gap-1">
              {caps.map((cap) => (
                <Kbd key={cap}>{cap}</Kbd>
              ))}
            </dt>
            <dd className="text-ink-soft">{t(meaning)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
