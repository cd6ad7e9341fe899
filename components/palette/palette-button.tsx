'use client'

import { useEffect } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { useCell } from '@/lib/client/cell'
import { useI18n } from '@/lib/client/i18n'
import { paletteView, type PaletteView } from './palette-view'
import { paletteParts } from './parts'

const typesIn = 'input:not([type=checkbox]):not([type=radio]):not([type=range]), textarea, select'
const want = () => void paletteParts.float.load().catch(() => {})

/** Opens the palette, as ⌘K does from everywhere; `?` opens the map of keys where no page answers it. */
export function PaletteButton() {
  const { t } = useI18n()
  const view = useCell(paletteView, (now) => now)
  const part = paletteParts.float.use(view !== null)

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const pressed = event.defaultPrevented ? null : viewFor(event)
      if (pressed === null) return
      event.preventDefault()
      paletteView.set(pressed)
    }
    // On the window: whatever the page itself makes of a key comes first.
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])

  return (
    <>
      <IconButton
        icon="command"
        iconSize={18}
        label={t('palette.open')}
        tip="rail"
        aria-haspopup="dialog"
        aria-keyshortcuts="Meta+K Control+K"
        onClick={() => paletteView.set('commands')}
        onPointerEnter={want}
        onFocus={want}
        className="max-desk:size-11 max-sm:hidden desk:size-9"
      />
      {part && view && <part.PaletteFloat view={view} />}
    </>
  )
}

function viewFor({ key, metaKey, ctrlKey, altKey, target }: KeyboardEvent): PaletteView | null {
  if (altKey) return null
  // On a Mac, Ctrl-K is an editing key of every field.
  const chord = metaKey || (ctrlKey && !/Mac/.test(navigator.platform))
  if (chord && key.toLowerCase() === 'k') return 'commands'
  if (key !== '?' || metaKey || ctrlKey) return null
  const busy = document.querySelector(':popover-open, dialog[open]')
  return busy || (target instanceof Element && target.matches(typesIn)) ? null : 'keys'
}
