import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  BufferTarget,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
} from 'mediabunny'
import sharp from 'sharp'

type Bytes = Buffer<ArrayBuffer>

export async function picture(
  width = 640,
  height = 480,
  format: 'png' | 'gif' = 'png',
): Promise<Bytes> {
  const create = { width, height, channels: 3, background: '#248' } as const
  return Buffer.from(await sharp({ create }).toFormat(format).toBuffer())
}

export type ClipOptions = { seconds?: number; width?: number; height?: number; fps?: number }

/** An MP4 whose container is sound and whose frames are empty. */
export async function clip({
  seconds = 3,
  width = 1280,
  height = 720,
  fps = 24,
}: ClipOptions = {}): Promise<Bytes> {
  const target = new BufferTarget()
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target })
  const source = new EncodedVideoPacketSource('vp9')
  output.addVideoTrack(source, { frameRate: fps })
  await output.start()
  const decoderConfig = { codec: 'vp09.00.30.08', codedWidth: width, codedHeight: height }
  for (let frame = 0; frame < Math.round(seconds * fps); frame++) {
    const packet = new EncodedPacket(new Uint8Array(50), 'key', frame / fps, 1 / fps)
    await source.add(packet, { decoderConfig })
  }
  await output.finalize()
  return Buffer.from(target.buffer ?? new ArrayBuffer(0))
}

/** Silence as a WAV of 8-bit samples. */
export function sound(seconds: number, rate = 8000): Bytes {
  const data = Buffer.alloc(Math.round(seconds * rate), 128)
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + data.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(data.length, 40)
  return Buffer.concat([head, data])
}

/** A server on a free port of loopback. */
export async function serve(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
