import 'server-only'

/** Hands out `length` bytes from `start`, or fewer at the end of the file. */
export type ReadAt = (start: number, length: number) => Promise<Uint8Array>

/** A file of more boxes than this is made to keep us busy. */
const maxBoxes = 100_000

/**
 * Whether an MP4 or MOV is all there, judged by its outermost boxes (ISO/IEC 14496-12 §4.2): none
 * runs past the end and the index (`moov`) is among them; a HEIF picture's index is `meta`. It
 * catches a file cut short by a server that also gave the short length. Other containers do not
 * tell, and pass.
 */
export async function isWholeVideo(
  size: number,
  readAt: ReadAt,
  index: 'moov' | 'meta' = 'moov',
): Promise<boolean> {
  let position = 0
  let hasIndex = false
  for (let boxes = 0; position + 8 <= size; boxes += 1) {
    const box = readBox(await readAt(position, 16), size - position)
    // Not a box: what some writers leave after the last one, or another container altogether.
    if (!box) return hasIndex || position === 0
    if (box.size > size - position || boxes === maxBoxes) return false
    hasIndex ||= box.type === index
    position += box.size
  }
  return hasIndex
}

function readBox(head: Uint8Array, left: number): { type: string; size: number } | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  const type = String.fromCharCode(...head.subarray(4, 8))
  if (!/^[\x20-\x7e\xa9]{4}$/.test(type)) return null
  const short = view.getUint32(0)
  if (short === 0) return { type, size: left }
  if (short >= 8) return { type, size: short }
  if (short !== 1 || head.length < 16) return null
  const long = Number(view.getBigUint64(8))
  return long >= 16 ? { type, size: long } : null
}
