import 'server-only'
import type { ReadAt } from './whole-video'

/** Whether a PNG's chunks follow one another to the last (`IEND`); what comes after is not looked at. */
export async function isWholePng(size: number, readAt: ReadAt): Promise<boolean> {
  for (let position = 8; position + 12 <= size;) {
    const head = Buffer.from(await readAt(position, 8))
    if (head.toString('latin1', 4) === 'IEND') return true
    position += 12 + head.readUInt32BE(0)
  }
  return false
}

/** Whether a GIF's blocks follow one another to its trailer: a decoder shows what came before a cut. */
export async function isWholeGif(size: number, readAt: ReadAt): Promise<boolean> {
  const byte = async (at: number) => (await readAt(at, 1))[0] ?? 0
  const afterSubBlocks = async (from: number) => {
    let at = from
    for (let length = await byte(at); length > 0 && at < size; length = await byte(at)) {
      at += 1 + length
    }
    return at + 1
  }

  let position = 13 + tableBytes(await byte(10))
  while (position < size) {
    switch (await byte(position)) {
      case 0x21:
        position = await afterSubBlocks(position + 2)
        break
      case 0x2c:
        position = await afterSubBlocks(position + 11 + tableBytes(await byte(position + 9)))
        break
      case 0x3b:
        return true
      default:
        return false
    }
  }
  return false
}

/** Of the colour table that a GIF's flags announce. */
function tableBytes(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}
