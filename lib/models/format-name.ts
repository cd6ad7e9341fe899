const names: Readonly<Record<string, string>> = {
  'video/quicktime': 'MOV',
  'video/x-matroska': 'MKV',
  'video/x-msvideo': 'AVI',
  'video/webm': 'WebM',
  'image/webp': 'WebP',
  'audio/mpeg': 'MP3',
  'audio/mp4': 'M4A',
  avc: 'H.264',
  hevc: 'H.265',
}

/** What people call a MIME type or a codec: `MOV`, `JPEG`, `H.264`. */
export function formatName(type: string): string {
  return names[type] ?? type.replace(/^.*\/(x-)?/, '').toUpperCase()
}
