import { gzipSync } from 'node:zlib'
import { joined, latin, noise, type HostileFile } from './hostile-file'

const script = '<script>fetch("/api/tasks",{method:"POST"})</script>'
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400">${script}</svg>`
const zip = 'PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\0aPK\x05\x06'

/** What is no picture, clip or sound, whatever it is called. */
const strangers: Record<string, string | Uint8Array> = {
  'a page': `<!doctype html><title>Hello</title>${script}`,
  'a page after spaces': `\n\n   <html><body>${script}</body></html>`,
  'a page after a byte order mark': `\xef\xbb\xbf<html>${script}</html>`,
  'an SVG': svg,
  'an SVG with a declaration': `<?xml version="1.0"?><!DOCTYPE svg>${svg}`,
  'a compressed SVG': gzipSync(svg),
  'an SVG in UTF-16': Buffer.from(`\ufeff${svg}`, 'utf16le'),
  'an XML bomb': '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><svg>&b;</svg>',
  JavaScript: 'alert(document.domain)//'.repeat(40),
  PHP: '<?php system($_GET["c"]); ?>',
  'a shell script': '#!/bin/sh\nrm -rf /\n',
  'a ZIP': zip,
  'a gzip': gzipSync(noise(500)),
  'a PDF': '%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj',
  'a program for Linux': joined('\x7fELF\x02\x01\x01', noise(400)),
  'a program for Windows': joined('MZ\x90\0\x03', noise(400)),
  WebAssembly: '\0asm\x01\0\0\0',
  'a Java class': joined('\xca\xfe\xba\xbe\0\0\x004', noise(200)),
  'a database': joined('SQLite format 3\0', noise(200)),
  'a playlist that names a file':
    '#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nfile:///etc/passwd\n',
  'a concatenation for ffmpeg': "ffconcat version 1.0\nfile '/etc/passwd'\n",
  'a Postscript': '%!PS-Adobe-3.0\n/Times findfont 12 scalefont setfont',
  'an ImageMagick script': 'push graphic-context\nfill \'url(https://127.0.0.1/x.jpg"|id")\'\npop',
  'an AVI': joined('RIFF\xf0\0\0\0AVI LIST', noise(240)),
  'a Flash video': joined('FLV\x01\x05\0\0\0\x09', noise(240)),
  'an icon': joined('\0\0\x01\0\x01\0', noise(240)),
  'a Photoshop file': joined('8BPS\0\x01', noise(240)),
  'a font': joined('wOFF\0\x01\0\0', noise(240)),
  'plain text': 'Steam rises from a cup. '.repeat(50),
  zeros: new Uint8Array(5000),
  noise: noise(5000, 77),
}

const names = ['photo.jpg', 'clip.mp4', 'song.mp3', 'page.html', 'drawing.svg', 'noname']

/** The first bytes of every type that is taken, with something else behind them. */
const beginnings: Record<string, string> = {
  jpg: '\xff\xd8\xff\xe0\0\x10JFIF\0\x01',
  png: '\x89PNG\r\n\x1a\n',
  webp: 'RIFF\x80\0\0\0WEBPVP8 ',
  gif: 'GIF89a',
  bmp: 'BM\x80\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0',
  tiff: 'II*\0\x08\0\0\0',
  heic: '\0\0\0\x18ftypheic\0\0\0\0mif1heic',
  avif: '\0\0\0\x18ftypavif\0\0\0\0mif1avif',
  mp4: '\0\0\0\x18ftypisom\0\0\x02\0isommp41',
  mov: '\0\0\0\x14ftypqt  \0\0\x02\0qt  ',
  webm: '\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm',
  mkv: '\x1a\x45\xdf\xa3\xa3\x42\x82\x88matroska',
  m4a: '\0\0\0\x18ftypM4A \0\0\x02\0M4A isom',
  mp3: 'ID3\x04\0\0\0\0\0\0',
  wav: 'RIFF\xff\xff\xff\xffWAVEfmt ',
  ogg: 'OggS\0\x02',
  flac: 'fLaC\0\0\0\x22',
  aac: '\xff\xf1\x50\x80',
}

export function disguisedFiles(): HostileFile[] {
  const strange = Object.entries(strangers).map(([what, content], at) => ({
    what,
    name: names[at % names.length] ?? 'noname',
    bytes: joined(content),
  }))
  const begun = Object.entries(beginnings).flatMap(([extension, start]) =>
    [`*/=1;${script}`.repeat(30), zip, new Uint8Array(3000), noise(3000, start.length)].map(
      (rest, at) => ({
        what: `the beginning of a ${extension} with something else behind it (${at})`,
        name: `holiday.${extension}`,
        bytes: joined(start, rest),
      }),
    ),
  )
  const tiny = Object.entries(beginnings).map(([extension, start]) => ({
    what: `only the first bytes of a ${extension}`,
    name: `holiday.${extension}`,
    bytes: latin(start),
  }))
  return [
    ...strange,
    ...begun,
    ...tiny,
    { what: 'nothing', name: 'photo.jpg', bytes: Buffer.alloc(0) },
    { what: 'one byte', name: 'photo.jpg', bytes: latin('\xff') },
  ]
}
