import { expect, test } from 'vitest'
import { isVideoType, mimeOf, type MediaType } from './mime'

const box = (type: string, brand: string) => `\0\0\0\x20${type}${brand}`

const cases: [start: string, type: MediaType | null][] = [
  [box('ftyp', 'isom'), 'video/mp4'],
  [box('ftyp', 'mp42'), 'video/mp4'],
  [box('ftyp', 'avc1'), 'video/mp4'],
  [box('ftyp', 'qt  '), 'video/quicktime'],
  [box('moov', '\0\0\0\x6cmvhd'), 'video/quicktime'],
  [box('ftyp', 'M4A '), 'audio/mp4'],
  [box('ftyp', 'avif'), 'image/avif'],
  [box('ftyp', 'heic'), 'image/heic'],
  [box('ftyp', 'mif1\0\0\0\0mif1heic'), 'image/heic'],
  [box('ftyp', 'mif1\0\0\0\0mif1avif'), 'image/avif'],
  [box('ftyp', 'mif1\0\0\0\0mif1hevx'), 'image/heif'],
  [box('ftyp', 'crx '), null],
  ['\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm', 'video/webm'],
  ['\x1a\x45\xdf\xa3\xa3\x42\x86\x81\x01\x42\x82\x88matroska', 'video/x-matroska'],
  ['\x1a\x45\xdf\xa3\xa3\x42\x86\x81\x01\x42\x82\x84else', null],
  ['\xff\xd8\xff\xe0\0\x10JFIF', 'image/jpeg'],
  ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'image/png'],
  ['RIFF\x10\0\0\0WEBPVP8 ', 'image/webp'],
  ['RIFF\x10\0\0\0WAVEfmt ', 'audio/wav'],
  ['RIFF\x10\0\0\0AVI LIST', null],
  ['GIF89a\x01\0\x01\0', 'image/gif'],
  ['II*\0\x08\0\0\0', 'image/tiff'],
  ['MM\0*\0\0\0\x08', 'image/tiff'],
  ['BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0', 'image/bmp'],
  ['BMW drives along the coast at dusk', null],
  ['OggS\0\x02', 'audio/ogg'],
  ['fLaC\0\0\0\x22', 'audio/flac'],
  ['\xff\xf1\x50\x80', 'audio/aac'],
  ['ID3\x04\0\0\0\0\0\0', 'audio/mpeg'],
  ['\xff\xfb\x90\0', 'audio/mpeg'],
  ['<!doctype html><video', null],
  ['<svg xmlns="http://www.w3.org/2000/svg">', null],
  ['%PDF-1.7', null],
  ['PK\x03\x04', null],
  ['ftypisom', null],
  ['', null],
]

test.each(cases)('%j is %s', (start, type) => {
  expect(mimeOf(Buffer.from(start, 'latin1'))).toBe(type)
})

test('only moving pictures count as video', () => {
  expect(
    [null, 'audio/mp4', 'image/png', 'video/mp4', 'video/webm'].map((type) =>
      isVideoType(type as MediaType | null),
    ),
  ).toEqual([false, false, false, true, true])
})
