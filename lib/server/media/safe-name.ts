import 'server-only'

/**
 * Bytes in UTF-8. With a day, an id and an extension it stays under the 143 that an encrypted home folder
 * takes, the least of all common file systems.
 */
const maxBytes = 105

/** Controls, lone surrogates, code points that are none, and what turns or hides the direction of words. */
const unwanted = /[\p{Cc}\p{Cs}\p{Cn}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu

/** Windows opens a device for these, whatever extension follows. */
const device = /^(con|prn|aux|nul|clock\$|conin\$|conout\$|(com|lpt)[\d¹²³])(?=\s*(\.|$))/i

const characters = new Intl.Segmenter()

/** Any words as the beginning of a file name that Windows, macOS and Linux take, in NFC; '' when nothing is left. */
export function safeName(words: string): string {
  const plain = words
    .replace(/\s+/g, ' ')
    .replace(unwanted, '')
    .normalize('NFC')
    .replace(/[<>:"/\\|?*]+/g, '-')
  const name = ended(shorten(plain.replace(/^[\s.~-]+/, '')))
  return device.test(name) ? `_${name}` : name
}

function shorten(text: string): string {
  let bytes = 0
  let kept = ''
  for (const { segment } of characters.segment(text)) {
    bytes += Buffer.byteLength(segment)
    if (bytes > maxBytes) return ended(kept.replace(/[,;，。；、]+$/, '')) + '…'
    kept += segment
  }
  return kept
}

/** Windows drops dots and blanks at the end, and then it is another name. */
function ended(text: string): string {
  return text.replace(/[\s.-]+$/, '')
}
