import { thumbHashToDataURL } from 'thumbhash'

const made = new Map<string, string>()

/** A few blurred colours as a picture, out of 28 bytes that came with the item. */
export function thumbhashUrl(thumbhash: string): string {
  const known = made.get(thumbhash)
  if (known !== undefined) return known
  const bytes = Uint8Array.from(atob(thumbhash), (letter) => letter.charCodeAt(0))
  const url = thumbHashToDataURL(bytes)
  made.set(thumbhash, url)
  return url
}
