'use client'

import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { useI18n } from '@/lib/client/i18n'
import type { MessageKey } from '@/lib/client/messages'

const keys: readonly (readonly [readonly string[], MessageKey])[] = [
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
  const { t } = useI18n()
  return (
    <Dialog open onClose={onClose} title={t('compare.keys.title')}>
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
