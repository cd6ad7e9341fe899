import 'server-only'
import { safeName } from './safe-name'

export type NamedClip = { id: string; title: string | null; prompt: string; createdAt: Date }

/**
 * A readable file name that every desktop system takes: the title or the beginning of the prompt,
 * the day (UTC), and the end of the id, which tells takes of one prompt apart. `extension` without
 * its dot.
 */
export function downloadName(clip: NamedClip, extension: string): string {
  return `${downloadStem(clip)}.${extension}`
}

export function downloadStem({ id, title, prompt, createdAt }: NamedClip): string {
  const words = safeName(title ?? '') || safeName(prompt) || 'Clip'
  return `${words} ${createdAt.toISOString().slice(0, 10)} ${id.slice(-6)}`
}
