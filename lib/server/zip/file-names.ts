import 'server-only'
import { safeName } from './safe-name'

export type NamedClip = { id: string; title: string | null; prompt: string; createdAt: Date }

/** One file name per clip, no two alike to a file system that is blind to case. */
export function fileNames(clips: readonly NamedClip[]): string[] {
  const taken = new Set<string>()
  return clips.map((clip) => {
    const stem = stemOf(clip)
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

/** The title or the beginning of the prompt, the day (UTC), and the end of the id, which tells takes apart. */
function stemOf({ id, title, prompt, createdAt }: NamedClip): string {
  const words = safeName(title ?? '') || safeName(prompt) || 'Clip'
  return `${words} ${createdAt.toISOString().slice(0, 10)} ${id.slice(-6)}`
}
