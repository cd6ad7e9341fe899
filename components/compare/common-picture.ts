/** The frames of one clip that may be shown now, as numbers from its start, oldest first. */
export type Held = {
  frames: readonly number[]
  /** The frame it stands on at its end, whatever the others do; null while it goes on. */
  end: number | null
}

const newest = ({ frames }: Held) => frames.at(-1) ?? -1

/**
 * The newest frames that belong together, one of each clip; null when there are none. All wait for the
 * slowest, and in place of a frame that a clip has left out stands the one before: so they are never
 * more than one apart.
 */
export function commonPicture(clips: readonly Held[]): number[] | null {
  const going = clips.filter(({ end }) => end === null)
  const last =
    going.length > 0 ? Math.min(...going.map(newest)) : Math.max(-1, ...clips.map(newest))
  for (let frame = last; frame >= 0; frame -= 1) {
    const picture = clips.map(({ frames }) => frames.findLast((one) => one <= frame) ?? -1)
    if (picture.includes(-1)) return null
    const together = clips.every(
      ({ end }, at) => frame > (end ?? Infinity) || (picture[at] ?? -1) >= frame - 1,
    )
    if (together) return picture
  }
  return null
}
