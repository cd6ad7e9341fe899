import type { Note } from '@/lib/schemas/note'

/** Seconds for which a note of one moment stays lit. */
const glow = 1

/** Half a frame: media times lie a hair before or after their frame's start. */
const hair = 1 / 48

/** The note that the clip is passing: of several the one that began last. `notes` go by their start. */
export function litNote(notes: readonly Note[], seconds: number): Note | null {
  const passing = notes.filter(
    ({ start, end }) => seconds >= start - hair && seconds <= (end ?? start + glow),
  )
  return passing.at(-1) ?? null
}
