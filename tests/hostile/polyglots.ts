import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { clip, wave } from '../media-files'
import { box, joined, latin, uint32 } from './hostile-file'

/** A genuine file that is something else as well: it may be kept, as what it is and nothing else. */
export type Polyglot = {
  what: string
  name: string
  bytes: Uint8Array<ArrayBuffer>
  /** What it must be kept and served as. */
  type: string
  keptAs: string
}

const page = '<!doctype html><script>alert(document.domain)</script>'
const zip = 'PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\0aPK\x05\x06'

export async function polyglots(): Promise<Polyglot[]> {
  const still = (seed: number) =>
    sharp({ create: { width: 20, height: 10, channels: 3, background: { r: seed, g: 9, b: 9 } } })
  const gif = Buffer.from(await still(1).gif().toBuffer())
  const comment = joined('\x21\xfe', Uint8Array.of(page.length), page, '\0')
  const gifStart = 13 + 3 * 2 ** (((gif[10] ?? 0) & 7) + 1)
  const jpeg = Buffer.from(await still(2).jpeg().toBuffer())
  const jpegComment = joined('\xff\xfe', Uint8Array.of(0, page.length + 2), page)
  const png = Buffer.from(await still(3).png().toBuffer())
  const text = joined('tEXt', `Comment\0${page}`)
  const pngText = joined(uint32(text.length - 4), text, uint32(crc32(text)))
  const film = await clip({ seed: 200 })
  const pdf = '%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj'
  const sound = wave(2, 90)
  const files: [
    what: string,
    name: string,
    bytes: Buffer<ArrayBuffer>,
    type: string,
    kept: string,
  ][] = [
    [
      'a GIF with a page for a comment',
      'page.html',
      joined(gif.subarray(0, gifStart), comment, gif.subarray(gifStart)),
      'image/gif',
      'page.gif',
    ],
    ['a GIF with a script behind it', 'a.js', joined(gif, '=1;alert(1)'), 'image/gif', 'a.gif'],
    [
      'a JPEG with a page for a comment',
      'photo.htm',
      joined(jpeg.subarray(0, 2), jpegComment, jpeg.subarray(2)),
      'image/jpeg',
      'photo.jpg',
    ],
    ['a JPEG with a ZIP behind it', 'photo.jar', joined(jpeg, zip), 'image/jpeg', 'photo.jpg'],
    [
      'a PNG with a page for a text',
      'x.svg',
      joined(png.subarray(0, 33), pngText, png.subarray(33)),
      'image/png',
      'x.png',
    ],
    [
      'a PNG with PHP behind it',
      'x.php',
      joined(png, '<?php system($_GET[0]);'),
      'image/png',
      'x.png',
    ],
    [
      'an MP4 with a PDF in it',
      'paper.pdf',
      // Boxes behind the index do not move what it points at.
      joined(film, box('free', latin(pdf))),
      'video/mp4',
      'paper.mp4',
    ],
    ['a WAV with a page behind it', 'a.xhtml', joined(sound, page), 'audio/wav', 'a.wav'],
  ]
  return files.map(([what, name, bytes, type, keptAs]) => ({ what, name, bytes, type, keptAs }))
}
