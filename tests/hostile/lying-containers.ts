import { clip, wave } from '../media-files'
import { box, ftyp, joined, latin, noise, uint32, type HostileFile } from './hostile-file'

type File = [what: string, name: string, bytes: Uint8Array<ArrayBuffer>]

const media = box('mdat', noise(2000))
const movieHeader = box(
  'mvhd',
  joined(new Uint8Array(12), uint32(1000), uint32(3000), new Uint8Array(80)),
)

/** An MP4 whose box of this type says another number where its count or size stands. */
async function lying(type: string, offset: number, value: number): Promise<Buffer<ArrayBuffer>> {
  const bytes = await clip()
  const at = bytes.indexOf(type, 0, 'latin1')
  if (at < 0) throw new Error(`The clip has no ${type}`)
  bytes.writeUInt32BE(value, at + offset)
  return bytes
}

function nested(depth: number): Buffer<ArrayBuffer> {
  const headers = Array.from({ length: depth }, (_, level) =>
    joined(uint32((depth - level) * 8), level % 2 ? 'trak' : 'mdia'),
  )
  return joined(ftyp, box('moov', joined(movieHeader, ...headers)), media)
}

function many(count: number, piece: string | Uint8Array): Buffer<ArrayBuffer> {
  const one = joined(piece)
  return Buffer.alloc(count * one.length, one)
}

async function isoFiles(): Promise<File[]> {
  const counts: [string, number][] = [
    ['stts', 8],
    ['stsz', 12],
    ['stsc', 8],
    ['stss', 8],
    ['stsd', 8],
  ]
  const lies = counts.map(async ([type, offset]): Promise<File> => {
    return [`a count of four billion in ${type}`, 'lie.mp4', await lying(type, offset, 0xffff_fff0)]
  })
  const sizes = ['moov', 'trak', 'mdia', 'minf', 'stbl', 'stsd'].map(
    async (type): Promise<File> => {
      return [`a size of two gigabytes in ${type}`, 'lie.mp4', await lying(type, -4, 0x7fff_ffff)]
    },
  )
  const short = ['moov', 'trak', 'stbl'].map(async (type): Promise<File> => {
    return [`a size of seven in ${type}`, 'lie.mp4', await lying(type, -4, 7)]
  })
  return [
    ['an MP4 without an index', 'a.mp4', joined(ftyp, media)],
    ['an MP4 that is only its beginning', 'a.mp4', ftyp],
    ['an MP4 with an empty index', 'a.mp4', joined(ftyp, box('moov'), media)],
    ['an MP4 whose index has no track', 'a.mp4', joined(ftyp, box('moov', movieHeader), media)],
    ['an index that runs past the end', 'a.mp4', joined(ftyp, box('moov', movieHeader, 90_000))],
    [
      'an index of 2⁶³ bytes',
      'a.mp4',
      joined(ftyp, uint32(1), 'moov', '\x7f', '\xff'.repeat(7), movieHeader),
    ],
    ['an index of no size', 'a.mp4', joined(ftyp, uint32(0), 'moov', noise(400))],
    ['ten thousand boxes in one another', 'a.mp4', nested(10_000)],
    ['a million empty boxes', 'a.mp4', joined(ftyp, many(1_000_000, box('free')))],
    [
      'a hundred thousand tracks',
      'a.mp4',
      joined(ftyp, box('moov', many(100_000, box('trak'))), media),
    ],
    [
      'a MOV of noise',
      'a.mov',
      joined(box('ftyp', 'qt  \0\0\0\0qt  '), box('moov', noise(5000)), media),
    ],
    ...(await Promise.all([...lies, ...sizes, ...short])),
  ]
}

const ebml =
  '\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\xf2\x81\x04\x42\xf3\x81\x08\x42\x82\x84webm\x42\x87\x81\x04\x42\x85\x81\x02'
const segment = '\x18\x53\x80\x67'
const open = '\x01\xff\xff\xff\xff\xff\xff\xff'

function matroskaFiles(): File[] {
  return [
    ['a WebM without a segment', 'a.webm', latin(ebml)],
    ['a WebM with an open, empty segment', 'a.webm', joined(ebml, segment, open)],
    ['a WebM segment of noise', 'a.webm', joined(ebml, segment, open, noise(4000))],
    [
      'a WebM segment of 2⁵⁰ bytes',
      'a.webm',
      joined(ebml, segment, '\x01\x04\0\0\0\0\0\0', noise(100)),
    ],
    [
      'a WebM of a million void elements',
      'a.webm',
      joined(ebml, segment, open, many(1_000_000, '\xec\x80')),
    ],
    [
      'a WebM header of 2⁴⁰ bytes',
      'a.webm',
      joined('\x1a\x45\xdf\xa3\x01\0\x01\0\0\0\0\0\x42\x82\x84webm', noise(50)),
    ],
    [
      'a Matroska with a track that runs on',
      'a.mkv',
      joined(
        ebml.replace('\x84webm', '\x88matroska').replace('\x9f', '\xa3'),
        segment,
        open,
        '\x16\x54\xae\x6b\x08\xff\xff\xff',
        noise(50),
      ),
    ],
  ]
}

/** A WAV whose header was changed at one place. */
function wav(offset: number, value: number, bytes: 2 | 4): Buffer<ArrayBuffer> {
  const file = wave(1)
  file.writeUIntLE(value, offset, bytes)
  return file
}

function soundFiles(): File[] {
  return [
    ['a WAV without channels', 'a.wav', wav(22, 0, 2)],
    ['a WAV without a rate', 'a.wav', wav(24, 0, 4)],
    [
      'a WAV without data',
      'a.wav',
      latin(
        'RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x80\x3e\0\0\x02\0\x10\0data\0\0\0\0',
      ),
    ],
    ['a WAV that says two gigabytes', 'a.wav', wav(4, 0x7fff_0000, 4)],
    ['a WAV whose format runs on', 'a.wav', wav(16, 0x7fff_0000, 4)],
    ['a tag of 256 megabytes', 'a.mp3', joined('ID3\x04\0\0\x7f\x7f\x7f\x7f', noise(2000))],
    [
      'a tag with nothing behind it',
      'a.mp3',
      joined('ID3\x04\0\0\0\0\x07\x68', new Uint8Array(1000)),
    ],
    ['an MP3 of broken frames', 'a.mp3', many(200, joined('\xff\xfb\xf0\x0c', noise(20)))],
    [
      'an Ogg page that runs on',
      'a.ogg',
      joined('OggS\0\x02', new Uint8Array(20), '\xff', '\xff'.repeat(255)),
    ],
    [
      'an Ogg of video',
      'a.ogg',
      joined('OggS\0\x02', new Uint8Array(20), '\x01\x2a', '\x80theora\x03\x02\x01', noise(34)),
    ],
    [
      'an Ogg of a hundred thousand empty pages',
      'a.ogg',
      many(100_000, joined('OggS\0\0', new Uint8Array(21))),
    ],
    ['a FLAC of no format', 'a.flac', joined('fLaC\x80\0\0\x22', new Uint8Array(34))],
    ['a FLAC whose metadata runs on', 'a.flac', joined('fLaC\0\xff\xff\xff', noise(34))],
    ['an AAC of broken frames', 'a.aac', many(200, '\xff\xf1\x50\x80\0\x1f\xfc')],
  ]
}

export async function lyingContainers(): Promise<HostileFile[]> {
  const files = [...(await isoFiles()), ...matroskaFiles(), ...soundFiles()]
  return files.map(([what, name, bytes]) => ({ what, name, bytes }))
}
