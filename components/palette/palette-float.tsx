import { CommandPalette } from './command-palette'
import { KeysMap } from './keys-map'
import { paletteView, showKeys, type PaletteView } from './palette-view'

export function PaletteFloat({ view }: { view: PaletteView }) {
  const close = () => paletteView.set(null)
  return view === 'keys' ? (
    <KeysMap onClose={close} />
  ) : (
    <CommandPalette onClose={close} onKeys={showKeys} />
  )
}
