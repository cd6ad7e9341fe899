import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  MkvOutputFormat,
  MovOutputFormat,
  Mp3OutputFormat,
  Mp4OutputFormat,
  OggOutputFormat,
  Output,
  WebMOutputFormat,
  type OutputFormat,
} from 'mediabunny'
import sharp from 'sharp'
import { clip, wave } from '../media-files'
import { noise } from './hostile-file'

export type Sample = { extension: string; bytes: Buffer<ArrayBuffer> }

/** One file of each kind whose end can be told: pictures and containers of every shape. */
export async function genuineSamples(): Promise<Sample[]> {
  const own = async (extension: string, bytes: Promise<Buffer>) => ({
    extension,
    bytes: Buffer.from(await bytes),
  })
  const still = () =>
    sharp(noise(160 * 120 * 3), { raw: { width: 160, height: 120, channels: 3 } }).blur(2)
  const frames = await Promise.all(
    [1, 2, 3, 4].map((seed) =>
      sharp(noise(64 * 64 * 3, seed), { raw: { width: 64, height: 64, channels: 3 } })
        .png()
        .toBuffer(),
    ),
  )
  const animation = () => sharp(frames, { join: { animated: true } })
  return Promise.all([
    own('jpg', still().jpeg().toBuffer()),
    own('jpeg', still().jpeg({ progressive: true }).toBuffer()),
    own('png', still().png().toBuffer()),
    own('png', still().png({ progressive: true }).toBuffer()),
    own('webp', still().webp().toBuffer()),
    own('webp', still().webp({ lossless: true }).toBuffer()),
    own('gif', still().gif().toBuffer()),
    own('gif', animation().gif().toBuffer()),
    own('webp', animation().webp().toBuffer()),
    own('tiff', still().tiff({ compression: 'none' }).toBuffer()),
    own('tif', still().tiff({ compression: 'lzw' }).toBuffer()),
    own('avif', still().avif({ effort: 0 }).toBuffer()),
    own('bmp', Promise.resolve(bitmap(40, 30))),
    own('wav', Promise.resolve(wave(3))),
    own('mp3', mp3()),
    own('ogg', sound(new OggOutputFormat(), 'opus')),
    own('m4a', sound(new Mp4OutputFormat({ fastStart: 'in-memory' }), 'opus')),
    own('mp4', clip()),
    own('mp4', clip({ format: new Mp4OutputFormat({ fastStart: false }), sound: true })),
    own('mov', clip({ format: new MovOutputFormat({ fastStart: 'in-memory' }) })),
    own('webm', clip({ format: new WebMOutputFormat(), sound: true })),
    own('mkv', clip({ format: new MkvOutputFormat() })),
  ])
}

/** A plain Windows bitmap of 24 bits a pixel. */
export function bitmap(width: number, height: number): Buffer<ArrayBuffer> {
  const stride = Math.ceil((width * 3) / 4) * 4
  const head = Buffer.alloc(54)
  head.write('BM', 'latin1')
  head.writeUInt32LE(54 + stride * height, 2)
  head.writeUInt32LE(54, 10)
  head.writeUInt32LE(40, 14)
  head.writeInt32LE(width, 18)
  head.writeInt32LE(height, 22)
  head.writeUInt16LE(1, 26)
  head.writeUInt16LE(24, 28)
  return Buffer.concat([head, noise(stride * height, width)])
}

/** RFC 7845 §5.1: version 1, one channel, 48 kHz. */
const opusHead = Buffer.from('OpusHead\x01\x01\x38\x01\x80\xbb\0\0\0\0\0', 'latin1')

async function sound(format: OutputFormat, codec: 'opus'): Promise<Buffer> {
  const output = new Output({ format, target: new BufferTarget() })
  const source = new EncodedAudioPacketSource(codec)
  output.addAudioTrack(source)
  await output.start()
  for (let at = 0; at < 150; at += 1) {
    const packet = new EncodedPacket(
      Uint8Array.from([0x78, ...noise(99, at)]),
      'key',
      at / 50,
      1 / 50,
    )
    await source.add(packet, {
      decoderConfig: { codec, numberOfChannels: 1, sampleRate: 48_000, description: opusHead },
    })
  }
  await output.finalize()
  return Buffer.from(output.target.buffer ?? new ArrayBuffer())
}

/** Silent frames of MPEG layer III at 128 kbit/s, with the Xing header that tells how many. */
async function mp3(): Promise<Buffer> {
  const output = new Output({ format: new Mp3OutputFormat(), target: new BufferTarget() })
  const source = new EncodedAudioPacketSource('mp3')
  output.addAudioTrack(source)
  await output.start()
  const frame = new Uint8Array(417)
  frame.set([0xff, 0xfb, 0x90, 0x00])
  const seconds = 1152 / 44_100
  for (let at = 0; at < 120; at += 1) {
    await source.add(new EncodedPacket(frame, 'key', at * seconds, seconds), {
      decoderConfig: { codec: 'mp3', numberOfChannels: 2, sampleRate: 44_100 },
    })
  }
  await output.finalize()
  return Buffer.from(output.target.buffer ?? new ArrayBuffer())
}
