import 'server-only'
import type { ReadAt } from './whole-video'

const segmentId = 0x18538067

/** Whether a Matroska or WebM has the bytes that its segment announces; a recording may leave them open. */
export async function isWholeMatroska(size: number, readAt: ReadAt): Promise<boolean> {
  const header = await readElement(readAt, 0)
  if (!header || header.bytes === null) return false
  const segment = await readElement(readAt, header.start + header.bytes)
  if (segment?.id !== segmentId) return false
  return segment.bytes === null || segment.start + segment.bytes <= size
}

type Element = {
  id: number
  /** Where its content begins. */
  start: number
  /** Null where the length is left open. */
  bytes: number | null
}

/** RFC 8794 §4–6: an id, a length of one to eight bytes, the content. */
async function readElement(readAt: ReadAt, at: number): Promise<Element | null> {
  const head = Buffer.from(await readAt(at, 12))
  const lengthBytes = Math.clz32(head[4] ?? 0) - 23
  if (lengthBytes > 8 || head.length < 4 + lengthBytes) return null
  const digits = head.subarray(4, 4 + lengthBytes)
  const marker = 2 ** (8 - lengthBytes)
  const value = digits.reduce(
    (sum, byte, index) => sum * 256 + (index === 0 ? byte % marker : byte),
    0,
  )
  const open = value >= 2 ** (7 * lengthBytes) - 1
  return { id: head.readUInt32BE(0), start: at + 4 + lengthBytes, bytes: open ? null : value }
}
