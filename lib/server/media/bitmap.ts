import 'server-only'
import { open, type FileHandle } from 'node:fs/promises'
import type { PlainPixels } from './thumbnail'

export type Bitmap = {
  width: number
  height: number
  /** Bytes the file needs for its pixels; null where they are compressed. */
  needs: number | null
  /** How the pixels lie, where they lie plainly as blue, green, red. */
  layout: { offset: number; stride: number; pixelBytes: 3 | 4; bottomUp: boolean } | null
}

/** What a Windows bitmap's header says; null when it says nothing sensible. */
export async function readBitmap(path: string): Promise<Bitmap | null> {
  const file = await open(path, 'r')
  try {
    return parse(await readSpan(file, 0, 54))
  } finally {
    await file.close()
  }
}

function parse(head: Buffer): Bitmap | null {
  if (head.length < 26) return null
  const offset = head.readUInt32LE(10)
  if (head.readUInt32LE(14) === 12) {
    return shape(head.readUInt16LE(18), head.readInt16LE(20), head.readUInt16LE(24), 0, offset)
  }
  if (head.length < 54) return null
  const compression = head.readUInt32LE(30)
  return shape(
    head.readInt32LE(18),
    head.readInt32LE(22),
    head.readUInt16LE(28),
    compression,
    offset,
  )
}

/** Compression 0 is none, 3 none with colour masks. A negative height counts from the top. */
function shape(
  width: number,
  signedHeight: number,
  bits: number,
  compression: number,
  offset: number,
): Bitmap | null {
  const height = Math.abs(signedHeight)
  if (width <= 0 || height === 0 || ![1, 4, 8, 16, 24, 32].includes(bits)) return null
  const stride = Math.ceil((width * bits) / 32) * 4
  const plain = compression === 0 || compression === 3
  const pixelBytes = bits === 24 ? 3 : bits === 32 ? 4 : null
  return {
    width,
    height,
    needs: plain ? offset + stride * height : null,
    layout:
      compression === 0 && pixelBytes
        ? { offset, stride, pixelBytes, bottomUp: signedHeight > 0 }
        : null,
  }
}

/** The picture at a part of its size, point by point: at most `edge` pixels on its longer side. */
export async function sampleBitmap(
  path: string,
  { width, height, layout }: Bitmap,
  edge: number,
): Promise<PlainPixels | null> {
  if (!layout) return null
  const step = Math.max(1, Math.max(width, height) / edge)
  const size = { width: Math.ceil(width / step), height: Math.ceil(height / step) }
  const data = Buffer.alloc(size.width * size.height * 3)
  const file = await open(path, 'r')
  try {
    for (let y = 0; y < size.height; y += 1) {
      const line = Math.floor(y * step)
      const stored = layout.bottomUp ? height - 1 - line : line
      const row = await readSpan(file, layout.offset + stored * layout.stride, layout.stride)
      for (let x = 0; x < size.width; x += 1) {
        const from = Math.floor(x * step) * layout.pixelBytes
        const to = (y * size.width + x) * 3
        data[to] = row[from + 2] ?? 0
        data[to + 1] = row[from + 1] ?? 0
        data[to + 2] = row[from] ?? 0
      }
    }
  } finally {
    await file.close()
  }
  return { data, ...size, channels: 3 }
}

async function readSpan(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  const { bytesRead } = await file.read(bytes, 0, length, start)
  return bytes.subarray(0, bytesRead)
}
