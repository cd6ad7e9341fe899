import type { Facts } from './facts'

const heicBrands = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']

/** The two kinds of pictures that sharp's usual build cannot open, by their first bytes. */
export function imageHeader(head: Buffer): Facts | null {
  return bmp(head) ?? heic(head)
}

function bmp(head: Buffer): Facts | null {
  if (head.length < 26 || head.toString('latin1', 0, 2) !== 'BM') return null
  // Rows from top to bottom have a negative height.
  const [width, height] = [head.readInt32LE(18), Math.abs(head.readInt32LE(22))]
  return { kind: 'image', type: 'image/bmp', width, height }
}

/** The largest `ispe` (image spatial extents) is the picture's; smaller ones are tiles and previews. */
function heic(head: Buffer): Facts | null {
  if (head.toString('latin1', 4, 8) !== 'ftyp') return null
  if (!heicBrands.includes(head.toString('latin1', 8, 12))) return null
  const largest = { width: 0, height: 0 }
  for (let at = head.indexOf('ispe'); at !== -1; at = head.indexOf('ispe', at + 4)) {
    if (at + 16 > head.length) break
    const [width, height] = [head.readUInt32BE(at + 8), head.readUInt32BE(at + 12)]
    if (width * height > largest.width * largest.height) Object.assign(largest, { width, height })
  }
  return { kind: 'image', type: 'image/heic', ...largest }
}
