import 'server-only'
import type { ReadAt } from './whole-video'

/** Writers that do not know the length yet leave one of these. */
const unknownLengths = [0, 0xffff_ffff]

/** Whether a RIFF file (WAV) has the bytes that its first chunk announces. */
export async function isWholeRiff(size: number, readAt: ReadAt): Promise<boolean> {
  const head = Buffer.from(await readAt(0, 8))
  const announced = head.length < 8 ? Infinity : head.readUInt32LE(4)
  // Some writers count the padding of an odd last chunk without adding it.
  return unknownLengths.includes(announced) || announced + 8 <= size + 1
}

const maxOggPage = 65_307

/** Whether an Ogg file's last page (RFC 3533 §6) is all there. */
export async function isWholeOgg(size: number, readAt: ReadAt): Promise<boolean> {
  const from = Math.max(0, size - maxOggPage)
  const tail = Buffer.from(await readAt(from, size - from))
  const page = tail.lastIndexOf('OggS\0', undefined, 'latin1')
  const segments = tail[page + 26]
  if (page < 0 || segments === undefined) return false
  const lengths = tail.subarray(page + 27, page + 27 + segments)
  const body = lengths.reduce((sum, length) => sum + length, 0)
  return lengths.length === segments && page + 27 + segments + body <= tail.length
}

/** The part of a sound that may be missing: tags that were cut off, counted by some writers. */
const slack = 0.01

/** Whether an MP3 has the bytes that its Xing or Info header announces; without one it does not tell. */
export async function isWholeMp3(size: number, readAt: ReadAt): Promise<boolean> {
  const start = await afterTag(readAt)
  const frame = Buffer.from(await readAt(start, 256))
  const at = Math.max(frame.indexOf('Xing', 0, 'latin1'), frame.indexOf('Info', 0, 'latin1'))
  if (at < 0 || at + 16 > frame.length) return true
  const flags = frame.readUInt32BE(at + 4)
  if (!(flags & 2)) return true
  const announced = frame.readUInt32BE(at + (flags & 1 ? 12 : 8))
  return size - start >= announced * (1 - slack)
}

/** Where an ID3v2 tag ends (its length has seven bits a byte); 0 without one. */
async function afterTag(readAt: ReadAt): Promise<number> {
  const head = await readAt(0, 10)
  if (Buffer.from(head.subarray(0, 3)).toString('latin1') !== 'ID3') return 0
  return 10 + head.subarray(6, 10).reduce((length, byte) => length * 128 + (byte & 127), 0)
}
