import type { ReferenceKind } from './reference-kinds'

/** The element that says what is wrong with an item of a tray, for its aria-describedby. */
export function problemIdOf(trayId: string, kind: ReferenceKind, at: number): string {
  return `${trayId}-${kind}-${at}`
}
