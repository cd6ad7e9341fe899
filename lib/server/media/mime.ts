import 'server-only'

export type MediaType =
  | 'video/mp4'
  | 'video/quicktime'
  | 'video/webm'
  | 'audio/mp4'
  | 'audio/mpeg'
  | 'audio/wav'
  | 'image/jpeg'
  | 'image/png'
  | 'image/webp'
  | 'image/gif'

/** How many bytes from the beginning of a file `mimeOf` wants to see. */
export const mimeBytes = 64

/** A file's type by its first bytes, whatever its name or its sender says; null when it is none of ours. */
export function mimeOf(start: Uint8Array): MediaType | null {
  const text = Buffer.from(start.subarray(0, mimeBytes)).toString('latin1')
  if (/^[^]{4}ftyp/.test(text)) return brandType(text.slice(8, 12))
  if (/^[^]{4}(moov|mdat|wide|free|skip|pnot)/.test(text)) return 'video/quicktime'
  if (text.startsWith('\x1a\x45\xdf\xa3')) return text.includes('webm') ? 'video/webm' : null
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (/^RIFF[^]{4}WEBP/.test(text)) return 'image/webp'
  if (/^RIFF[^]{4}WAVE/.test(text)) return 'audio/wav'
  if (/^GIF8[79]a/.test(text)) return 'image/gif'
  // An ID3 tag, or the sync word of MPEG layer III.
  if (text.startsWith('ID3') || /^\xff[\xe2\xe3\xf2\xf3\xfa\xfb]/.test(text)) return 'audio/mpeg'
  return null
}

export function isVideoType(type: MediaType | null): boolean {
  return type !== null && type.startsWith('video/')
}

/** ISO/IEC 14496-12 files share one shape; the major brand tells video from sound and pictures. */
function brandType(brand: string): MediaType | null {
  if (brand === 'qt  ') return 'video/quicktime'
  if (/^M4[AB] $/.test(brand)) return 'audio/mp4'
  return /^(avif|avis|heic|heix|hevc|hevx|mif1|msf1|crx )$/.test(brand) ? null : 'video/mp4'
}
