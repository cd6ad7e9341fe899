import { usePathname } from 'next/navigation'
import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { useI18n } from '@/lib/client/i18n'
import { keysOf, type KeyGroup } from './place-keys'

/** The keys of the place one is at, and those that work everywhere. */
export function KeysMap({ onClose }: { onClose: () => void }) {
  const { t } = useI18n()
  const path = usePathname()
  return (
    <Dialog open onClose={onClose} title={t('palette.map.title')}>
      <div className="grid gap-6">
        {keysOf(path).map((group) => (
          <KeyRows key={group.title} {...group} />
        ))}
      </div>
    </Dialog>
  )
}

function KeyRows({ title, rows }: KeyGroup) {
  const { t } = useI18n()
  const mod = /Mac|iP/.test(navigator.platform) ? '⌘' : 'Ctrl'
  return (
    <section>
      <h3 className="mb-2.5 text-xs font-medium text-ink-faint">{t(title)}</h3>
      <dl className="grid grid-cols-[8.5rem_minmax(0,1fr)] items-center gap-x-4 gap-y-2.5 max-sm:grid-cols-[7rem_minmax(0,1fr)]">
        {rows.map(([caps, meaning]) => (
          <div key={meaning} className="col-span-2 grid grid-cols-subgrid items-center">
            <dt className="flex flex-wrap gap-1">
              {caps.map((cap) => (
                <Kbd key={cap}>{cap.replace('mod', mod)}</Kbd>
              ))}
            </dt>
            <dd className="text-ink-soft">{t(meaning)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
