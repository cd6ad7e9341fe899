import 'server-only'
import { cleanFileName } from './disposition'

/** Bytes in UTF-8 that the words may take: file systems stop at 255 for the whole name. */
const maxWordBytes = 120

const characters = new Intl.Segmenter()

/**
 * A readable file name that every desktop system takes: the title or the beginning of the prompt,
 * the day (UTC), and the end of the id, which tells takes of one prompt apart. `extension` without
 * its dot.
 */
export function downloadName(
  task: { id: string; title: string | null; prompt: string; createdAt: Date },
  extension: string,
): string {
  const words = shorten(plain(task.title ?? '') || plain(task.prompt) || 'Clip')
  const day = task.createdAt.toISOString().slice(0, 10)
  // The day and the id at the end also keep the name from being a Windows device or ending in a dot.
  return `${words} ${day} ${task.id.slice(-6)}.${extension}`
}

function plain(text: string): string {
  if (text.trim() === '') return ''
  return cleanFileName(text.replace(/\s+/g, ' '))
    .replace(/[<>:"|?*]+/g, '-')
    .replace(/^[\s.~-]+|[\s.~-]+$/g, '')
}

function shorten(text: string): string {
  let bytes = 0
  let kept = ''
  for (const { segment } of characters.segment(text)) {
    bytes += Buffer.byteLength(segment)
    if (bytes > maxWordBytes) return `${kept.replace(/[\s.,;:，。；：、-]+$/, '')}…`
    kept += segment
  }
  return kept
}
