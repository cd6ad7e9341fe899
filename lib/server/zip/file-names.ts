import 'server-only'
import { downloadStem, type NamedClip } from '../media/download-name'

/** One file name per clip, no two alike to a file system that is blind to case. */
export function fileNames(clips: readonly NamedClip[]): string[] {
  const taken = new Set<string>()
  return clips.map((clip) => {
    const stem = downloadStem(clip)
    for (let count = 1; ; count += 1) {
      const name = count === 1 ? `${stem}.mp4` : `${stem} (${count}).mp4`
      const folded = fold(name)
      if (taken.has(folded)) continue
      taken.add(folded)
      return name
    }
  })
}

/** Compatible forms first, which may have a case, and again after it: case may leave others. */
function fold(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC')
}
