import { open } from 'node:fs/promises'
import { ALL_FORMATS, FilePathSource, Input } from 'mediabunny'
import sharp from 'sharp'
import type { Facts } from './facts'
import { imageHeader } from './image-header'

/** What the file is, by its bytes alone; null when it is no picture, clip or sound that can be read. */
export async function probe(path: string): Promise<Facts | null> {
  return (await picture(path)) ?? imageHeader(await headOf(path)) ?? (await recording(path))
}

/** Enough for the headers that are read by hand. */
const headBytes = 64 * 1024

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

const typesOfFormats: Readonly<Record<string, string>> = { svg: 'image/svg+xml' }

async function picture(path: string): Promise<Facts | null> {
  try {
    const { format, autoOrient } = await sharp(path, { limitInputPixels: false }).metadata()
    return { kind: 'image', type: typesOfFormats[format] ?? `image/${format}`, ...autoOrient }
  } catch {
    return null
  }
}

async function recording(path: string): Promise<Facts | null> {
  const input = new Input({ source: new FilePathSource(path), formats: ALL_FORMATS })
  try {
    const { mimeType: type } = await input.getFormat()
    const [film, voice] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()]
    const sound = (await voice?.getCodec()) ?? null
    if (film !== null) {
      const [width, height] = [await film.getDisplayWidth(), await film.getDisplayHeight()]
      const { averagePacketRate: fps } = await film.computePacketStats(100)
      const [seconds, codec] = [await film.computeDuration(), await film.getCodec()]
      return { kind: 'video', type, width, height, seconds, fps, codec, sound }
    }
    if (voice === null) return null
    return { kind: 'audio', type, seconds: await voice.computeDuration(), codec: sound }
  } catch {
    return null
  } finally {
    input.dispose()
  }
}
