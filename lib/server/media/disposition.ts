import 'server-only'

/**
 * A Content-Disposition value (RFC 6266) for any name whatever. Browsers read `filename*`
 * (RFC 8187, UTF-8); `filename` is the ASCII stand-in for everything older.
 */
export function contentDisposition(kind: 'attachment' | 'inline', name: string): string {
  const clean = cleanFileName(name)
  const ascii = clean
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]+/g, '_')
  // Browsers disagree about escapes inside a quoted string: leave out what would need one.
  const quotable = ascii.replace(/["\\/%]/g, '_') || '_'
  return `${kind}; filename="${quotable}"; filename*=UTF-8''${percentEncode(clean)}`
}

/** Without control and direction characters, lone surrogates and separators; `file` when nothing is left. */
export function cleanFileName(name: string): string {
  const clean = name
    .replace(/[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/[/\\]/g, '-')
    .trim()
  return clean === '' || /^\.+$/.test(clean) ? 'file' : clean
}

/** Leaves exactly the attr-char of RFC 8187 §3.2.1 as they are. */
function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
