import 'server-only'
import { cleanFileName } from '@/lib/server/media/disposition'
import { extensions, type MediaType } from '@/lib/server/media/mime'

const maxLength = 120

/** Extensions that say the same as the one we would give. */
const aliases: Partial<Record<MediaType, readonly string[]>> = {
  'image/jpeg': ['jpeg', 'jfif'],
  'image/tiff': ['tif'],
  'video/mp4': ['m4v'],
  'audio/mp4': ['mp4', 'm4b'],
  'audio/ogg': ['oga', 'opus'],
  'audio/wav': ['wave'],
}

/**
 * What an item is called: the last part of the name it came with, without what no file system
 * would take, and with the extension of what it is rather than of what it claimed to be.
 */
export function mediaName(given: string, type: MediaType): string {
  const last = given.split(/[/\\]/).findLast((part) => part.trim() !== '') ?? ''
  const clean = cleanFileName(last.normalize('NFC'))
    .replace(/[<>:"|?*]/g, '-')
    .replace(/^[\s.~-]+/, '')
  const [, stem = '', extension = ''] = /^(.*?)(?:\.([a-z0-9]{1,5}))?$/is.exec(clean) ?? []
  const own = extensions[type]
  const fits = [own, ...(aliases[type] ?? [])].includes(extension.toLowerCase())
  const words = shorten(stem.trim() || 'file')
  return `${words}.${fits ? extension : own}`
}

function shorten(words: string): string {
  return [...words].slice(0, maxLength).join('').trim()
}
