import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { bitmap } from './genuine'
import { box, joined, latin, uint32, type HostileFile } from './hostile-file'

const pngStart = '\x89PNG\r\n\x1a\n'

function chunk(type: string, content: Uint8Array): Buffer {
  const body = joined(type, content)
  return joined(uint32(content.length), body, uint32(crc32(body)))
}

/** A PNG that says it is so large; `color` 0 is grey, 2 is RGB, 6 is RGB with alpha. */
function pngHeader(width: number, height: number, depth: number, color: number): Buffer {
  return chunk('IHDR', joined(uint32(width), uint32(height), Uint8Array.of(depth, color, 0, 0, 0)))
}

function zeros(length: number): Buffer {
  return deflateSync(Buffer.alloc(length), { level: 9 })
}

/** A hundred megapixels, whole and genuine, in a few kilobytes. */
function hugePng(width: number, height: number): Buffer<ArrayBuffer> {
  const rows = zeros((Math.ceil(width / 8) + 1) * height)
  return joined(
    pngStart,
    pngHeader(width, height, 1, 0),
    chunk('IDAT', rows),
    chunk('IEND', latin('')),
  )
}

function lyingPng(width: number, height: number): Buffer<ArrayBuffer> {
  return joined(
    pngStart,
    pngHeader(width, height, 8, 6),
    chunk('IDAT', zeros(1000)),
    chunk('IEND', latin('')),
  )
}

const uint16 = (value: number) => Uint8Array.of(value & 255, value >> 8)

/** One-pixel frames without end. */
function longGif(frames: number): Buffer<ArrayBuffer> {
  const frame = '\x21\xf9\x04\0\x0a\0\0\0\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0'
  const start = 'GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff'
  return joined(start, frame.repeat(frames), '\x3b')
}

function gifHeader(width: number, height: number): Buffer<ArrayBuffer> {
  const size = joined(uint16(width), uint16(height))
  const image = joined('\x2c\0\0\0\0', size, '\0\x02\x02\x44\x01\0\x3b')
  return joined('GIF89a', size, '\x80\0\0\0\0\0\xff\xff\xff', image)
}

function lyingBitmap(width: number, height: number): Buffer<ArrayBuffer> {
  const bytes = bitmap(8, 8)
  bytes.writeInt32LE(width, 18)
  bytes.writeInt32LE(height, 22)
  return bytes
}

/** A genuine picture whose header was made to say another size. */
async function lyingWebp(): Promise<Buffer<ArrayBuffer>> {
  const bytes = Buffer.from(
    await sharp(Buffer.alloc(48), { raw: { width: 4, height: 4, channels: 3 } })
      .webp()
      .toBuffer(),
  )
  const at = bytes.indexOf('\x9d\x01\x2a', 0, 'latin1')
  bytes.writeUInt16LE(16_383, at + 3)
  bytes.writeUInt16LE(16_383, at + 5)
  return bytes
}

async function lyingJpeg(): Promise<Buffer<ArrayBuffer>> {
  const bytes = Buffer.from(
    await sharp(Buffer.alloc(48), { raw: { width: 4, height: 4, channels: 3 } })
      .jpeg()
      .toBuffer(),
  )
  const at = bytes.indexOf('\xff\xc0', 0, 'latin1')
  bytes.writeUInt16BE(65_500, at + 5)
  bytes.writeUInt16BE(65_500, at + 7)
  return bytes
}

async function longWebp(frames: number): Promise<Buffer<ArrayBuffer>> {
  const one = await sharp(Buffer.alloc(12), { raw: { width: 2, height: 2, channels: 3 } })
    .webp()
    .toBuffer()
  const image = one.subarray(12)
  const frame = joined(
    'ANMF',
    little32(16 + image.length),
    '\0\0\0\0\0\0\x01\0\0\x01\0\0\x0a\0\0\0',
    image,
  )
  const body = joined(
    'WEBPVP8X\x0a\0\0\0\x02\0\0\0\x01\0\0\x01\0\0ANIM\x06\0\0\0\0\0\0\0\0\0',
    Buffer.alloc(frames * frame.length, frame),
  )
  return joined('RIFF', little32(body.length), body)
}

function little32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/** A text that unpacks to a hundred megabytes. */
function textBomb(type: 'zTXt' | 'iCCP'): Buffer<ArrayBuffer> {
  const bomb = chunk(type, joined('a\0\0', zeros(100 * 1024 * 1024)))
  return joined(
    pngStart,
    pngHeader(50_000, 50_000, 8, 2),
    bomb,
    chunk('IDAT', zeros(100)),
    chunk('IEND', latin('')),
  )
}

export async function bombs(): Promise<HostileFile[]> {
  const files: [what: string, name: string, bytes: Uint8Array<ArrayBuffer>][] = [
    ['a hundred megapixels', 'large.png', hugePng(10_000, 10_000)],
    ['a billion pixels', 'larger.png', hugePng(32_000, 32_000)],
    ['a ribbon of a hundred megapixels', 'ribbon.png', hugePng(1_000_000, 100)],
    ['a PNG that says 60 000 × 60 000', 'lie.png', lyingPng(60_000, 60_000)],
    ['a PNG that says 6 000 × 6 000', 'lie.png', lyingPng(6_000, 6_000)],
    ['a PNG that says two billion wide', 'lie.png', lyingPng(2_147_483_647, 2_147_483_647)],
    ['a PNG of no size', 'lie.png', lyingPng(0, 0)],
    ['a PNG with a bomb for a text', 'text.png', textBomb('zTXt')],
    ['a PNG with a bomb for a profile', 'profile.png', textBomb('iCCP')],
    ['an animation of 10 000 frames', 'loop.gif', longGif(10_000)],
    ['an animation of 200 000 frames', 'loop.gif', longGif(200_000)],
    ['a WebP animation of 10 000 frames', 'loop.webp', await longWebp(10_000)],
    ['a GIF that says 65 535 × 65 535', 'lie.gif', gifHeader(65_535, 65_535)],
    ['a bitmap that says 50 000 × 50 000', 'lie.bmp', lyingBitmap(50_000, 50_000)],
    ['a bitmap that says 5 000 × 5 000', 'lie.bmp', lyingBitmap(5_000, 5_000)],
    ['a bitmap that says -2³¹ high', 'lie.bmp', lyingBitmap(8, -2_147_483_648)],
    ['a bitmap that says -5 wide', 'lie.bmp', lyingBitmap(-5, 8)],
    ['a WebP that says 16 383 × 16 383', 'lie.webp', await lyingWebp()],
    ['a JPEG that says 65 500 × 65 500', 'lie.jpg', await lyingJpeg()],
    [
      'an AVIF without its picture',
      'empty.avif',
      joined(box('ftyp', 'avif\0\0\0\0avifmif1'), box('meta', new Uint8Array(4))),
    ],
    [
      'a HEIC without its picture',
      'empty.heic',
      joined(box('ftyp', 'heic\0\0\0\0heicmif1'), box('meta', new Uint8Array(4))),
    ],
  ]
  return files.map(([what, name, bytes]) => ({ what, name, bytes }))
}
