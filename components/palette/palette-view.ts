import { cell } from '@/lib/client/cell'

/** What lies over the page: all commands, or the keys of the place. */
export type PaletteView = 'commands' | 'keys'

export const paletteView = cell<PaletteView | null>(null)

export const showKeys = () => paletteView.set('keys')
