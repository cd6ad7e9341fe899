import { knownMedia } from '@/lib/client/media-store'
import { uploadId } from '@/lib/client/upload-reference'
import { mediaIdOf } from '@/lib/models/reference'

/**
 * How a reference is called where only its name is shown: an item's own, a link's file and where it
 * lies. Nothing is fetched from that place to show it.
 */
export function referenceName(reference: string): { name: string; place: string } {
  if (mediaIdOf(reference) !== null) return { name: knownMedia(reference)?.name ?? '…', place: '' }
  if (uploadId(reference) !== null) return { name: '…', place: '' }
  const asset = /^asset:\/\/(.+)$/.exec(reference)?.[1]
  if (asset !== undefined) return { name: asset, place: 'asset' }
  if (!URL.canParse(reference)) return { name: reference, place: '' }
  const { host, pathname } = new URL(reference)
  const last = pathname.split('/').findLast((part) => part !== '')
  return { name: last === undefined ? host : decode(last), place: host }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
