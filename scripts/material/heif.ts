import { ALL_FORMATS, EncodedPacketSink, FilePathSource, Input } from 'mediabunny'

/**
 * A picture as phones write it: one HEVC frame, taken from a clip, in the boxes of ISO/IEC 23008-12.
 * `brand` is `heic`, or `mif1` for a file that calls itself HEIF.
 */
export async function heif(clip: string, brand: 'heic' | 'mif1'): Promise<Buffer> {
  const input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(clip) })
  try {
    const track = await input.getPrimaryVideoTrack()
    const config = await track?.getDecoderConfig()
    const packet = track && (await new EncodedPacketSink(track).getFirstPacket())
    const description = config?.description
    if (!track || !packet || !description) throw new Error('The clip has no HEVC frame')
    const setup = Buffer.from(description as ArrayBuffer)
    const size = { width: await track.getCodedWidth(), height: await track.getCodedHeight() }
    return boxes(brand, setup, size, Buffer.from(packet.data))
  } finally {
    input.dispose()
  }
}

function boxes(
  brand: string,
  setup: Buffer,
  { width, height }: { width: number; height: number },
  frame: Buffer,
): Buffer {
  const ftyp = box(
    'ftyp',
    text(brand),
    u32(0),
    text('mif1'),
    ...(brand === 'heic' ? [text('heic')] : []),
  )
  const meta = (offset: number) =>
    full('meta', 0, [
      full('hdlr', 0, [u32(0), text('pict'), u32(0), u32(0), u32(0), Buffer.alloc(1)]),
      full('pitm', 0, [u16(1)]),
      // One extent, its offset and length in four bytes each.
      full('iloc', 0, [
        u16(0x4400),
        u16(1),
        u16(1),
        u16(0),
        u16(1),
        u32(offset),
        u32(frame.length),
      ]),
      full('iinf', 0, [
        u16(1),
        full('infe', 2 << 24, [u16(1), u16(0), text('hvc1'), Buffer.alloc(1)]),
      ]),
      box(
        'iprp',
        box('ipco', box('hvcC', setup), full('ispe', 0, [u32(width), u32(height)])),
        // The item has both properties, the first of them essential.
        full('ipma', 0, [u32(1), u16(1), Buffer.from([2, 0x81, 0x02])]),
      ),
    ])
  const start = ftyp.length + meta(0).length + 8
  return Buffer.concat([ftyp, meta(start), box('mdat', frame)])
}

function box(type: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([u32(body.length + 8), text(type), body])
}

function full(type: string, versionAndFlags: number, parts: Buffer[]): Buffer {
  return box(type, u32(versionAndFlags), ...parts)
}

function text(value: string): Buffer {
  return Buffer.from(value, 'latin1')
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(value)
  return bytes
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
