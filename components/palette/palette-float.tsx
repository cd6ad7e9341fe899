import { CommandPalette } from './command-palette'
import { KeysMap } from './keys-map'
import type { PaletteView } from './palette-button'

type PaletteFloatProps = {
  view: PaletteView
  onView: (view: PaletteView | null) => void
}

export function PaletteFloat({ view, onView }: PaletteFloatProps) {
  const close = () => onView(null)
  return view === 'keys' ? (
    <KeysMap onClose={close} />
  ) : (
    <CommandPalette onClose={close} onKeys={() => onView('keys')} />
  )
}
