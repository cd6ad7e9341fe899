import { cell } from './cell'

/** The clip under the pointer or with the keyboard's focus: its words and tools are shown. */
export const hotTile = cell<string | null>(null)
/** The clip whose preview runs: one at a time. */
export const previewed = cell<string | null>(null)
/** The clip that Tab leads to. */
export const currentTile = cell<string | null>(null)

/** Somebody who stays this long wants to see it move. */
const intentMs = 150
let timer: ReturnType<typeof setTimeout> | undefined

/** Someone points at a clip, or at none. */
export function heat(id: string | null): void {
  if (hotTile.get() === id) return
  clearTimeout(timer)
  previewed.set(null)
  hotTile.set(id)
  if (id !== null && mayPreview()) timer = setTimeout(() => previewed.set(id), intentMs)
}

function mayPreview(): boolean {
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return false
  const { connection }: { connection?: { saveData?: boolean } } = navigator as Navigator & {
    connection?: { saveData?: boolean }
  }
  return connection?.saveData !== true
}
