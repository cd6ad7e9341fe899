import 'server-only'

/** Every type we hold, and the extension its files are given. */
export const extensions = {
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
  'video/x-matroska': 'mkv',
  'audio/mp4': 'm4a',
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
  'audio/ogg': 'ogg',
  'audio/flac': 'flac',
  'audio/aac': 'aac',
  'audio/webm': 'weba',
  'audio/x-matroska': 'mka',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/bmp': 'bmp',
  'image/tiff': 'tiff',
  'image/heic': 'heic',
  'image/heif': 'heif',
  'image/avif': 'avif',
} as const

export type MediaType = keyof typeof extensions

/** The extension of a type as a row names it. Throws a RangeError for one that we never hold. */
export function extensionOf(type: string): string {
  if (!isMediaType(type)) throw new RangeError(`No file of ours is ${type}`)
  return extensions[type]
}

function isMediaType(type: string): type is MediaType {
  return Object.hasOwn(extensions, type)
}

export function kindOf(type: MediaType): 'image' | 'video' | 'audio' {
  return type.slice(0, 5) as 'image' | 'video' | 'audio'
}

/** How many bytes from the beginning of a file `mimeOf` wants to see. */
export const mimeBytes = 64

const byStart: readonly (readonly [pattern: RegExp, type: MediaType])[] = [
  [/^[^]{4}(moov|mdat|wide|free|skip|pnot)/, 'video/quicktime'],
  [/^\xff\xd8\xff/, 'image/jpeg'],
  [/^\x89PNG\r\n\x1a\n/, 'image/png'],
  [/^RIFF[^]{4}WEBP/, 'image/webp'],
  [/^RIFF[^]{4}WAVE/, 'audio/wav'],
  [/^GIF8[79]a/, 'image/gif'],
  [/^(II[*+]\0|MM\0[*+])/, 'image/tiff'],
  // The size of the header that follows tells a bitmap from a text that begins with "BM".
  [/^BM[^]{12}[\x0c\x28\x34\x38\x40\x6c\x7c]\0\0\0/, 'image/bmp'],
  [/^OggS\0/, 'audio/ogg'],
  [/^fLaC/, 'audio/flac'],
  // An ID3 tag, or the sync word of MPEG layer III.
  [/^(ID3|\xff[\xe2\xe3\xf2\xf3\xfa\xfb])/, 'audio/mpeg'],
  // The same sync word with layer 0: AAC in ADTS.
  [/^\xff[\xf0\xf1\xf8\xf9]/, 'audio/aac'],
]

/**
 * A file's type by its first bytes, whatever its name or its sender says; null when it is none of
 * ours. What lies in a container of video may turn out to be sound alone.
 */
export function mimeOf(start: Uint8Array): MediaType | null {
  const text = Buffer.from(start.subarray(0, mimeBytes)).toString('latin1')
  if (/^[^]{4}ftyp/.test(text)) return brandType(text.slice(8, 12), text.slice(16))
  if (text.startsWith('\x1a\x45\xdf\xa3')) return matroskaType(text)
  return byStart.find(([pattern]) => pattern.test(text))?.[1] ?? null
}

export function isVideoType(type: MediaType | null): boolean {
  return type !== null && kindOf(type) === 'video'
}

/** ISO/IEC 14496-12 files share one shape; the major brand tells video from sound and pictures. */
function brandType(brand: string, compatible: string): MediaType | null {
  if (brand === 'qt  ') return 'video/quicktime'
  if (/^M4[ABP] $/.test(brand)) return 'audio/mp4'
  if (/^avi[fs]$/.test(brand)) return 'image/avif'
  if (/^(hei[cxms]|hev[cxms])$/.test(brand)) return 'image/heic'
  if (/^(mif1|msf1|miaf)$/.test(brand)) {
    if (/avi[fs]/.test(compatible)) return 'image/avif'
    return /hei[cx]/.test(compatible) ? 'image/heic' : 'image/heif'
  }
  return /^(crx |jp[2xm] |mjp2)$/.test(brand) ? null : 'video/mp4'
}

function matroskaType(text: string): MediaType | null {
  if (text.includes('webm')) return 'video/webm'
  return text.includes('matroska') ? 'video/x-matroska' : null
}
