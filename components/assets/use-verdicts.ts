import { useEffect, useRef, useState } from 'react'
import { useI18n } from '@/lib/client/i18n'
import { knownMedia, subscribeMedia } from '@/lib/client/media-store'
import type { Media } from '@/lib/schemas/media'
import { stateIn } from './asset-state'
import { libraries } from './asset-view'

/** Words for a live region: what became of the item that changed its state last. */
export function useVerdicts(items: readonly Media[]): string {
  const { t } = useI18n()
  const [said, setSaid] = useState('')
  const shown = useRef(items)
  useEffect(() => {
    shown.current = items
  })

  useEffect(
    () =>
      subscribeMedia(() => {
        for (const before of shown.current) {
          const after = knownMedia(before.reference)
          const library = libraries.find(
            (each) => after && stateIn(after, each) !== stateIn(before, each),
          )
          if (!after || !library) continue
          const state = t(`assets.state.${library}.${stateIn(after, library)}`)
          const name = t(`assets.library.${library}.name`)
          setSaid(t('assets.became', { name: after.name, state, library: name }))
        }
      }),
    [t],
  )
  return said
}
