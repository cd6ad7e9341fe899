import { expect, test } from 'vitest'
import { isWholeVideo } from './whole-video'

const box = (type: string, payload: number) => {
  const bytes = Buffer.alloc(8 + payload)
  bytes.writeUInt32BE(bytes.length)
  bytes.write(type, 4, 'latin1')
  return bytes
}
const longBox = (type: string, payload: number) => {
  const bytes = Buffer.alloc(16 + payload)
  bytes.writeUInt32BE(1)
  bytes.write(type, 4, 'latin1')
  bytes.writeBigUInt64BE(BigInt(bytes.length), 8)
  return bytes
}
const endless = (type: string, payload: number) => {
  const bytes = box(type, payload)
  bytes.writeUInt32BE(0)
  return bytes
}

const judge = (file: Buffer) =>
  isWholeVideo(file.length, async (start, length) => file.subarray(start, start + length))

const indexFirst = Buffer.concat([box('ftyp', 16), box('moov', 100), box('mdat', 500)])
const indexLast = Buffer.concat([box('ftyp', 16), longBox('mdat', 500), box('moov', 100)])

const cases: [what: string, file: Buffer, whole: boolean][] = [
  ['an MP4 with its index first', indexFirst, true],
  ['an MP4 with its index last', indexLast, true],
  ['one whose last box runs to the end', Buffer.concat([box('moov', 9), endless('mdat', 9)]), true],
  [
    'a fragmented one',
    Buffer.concat([box('ftyp', 8), box('moov', 9), box('moof', 9), box('mdat', 9)]),
    true,
  ],
  ['one with a few bytes left over', Buffer.concat([indexFirst, Buffer.alloc(5)]), true],
  ['one with zeros left over', Buffer.concat([indexFirst, Buffer.alloc(64)]), true],
  ['an MP4 without an index', Buffer.concat([box('ftyp', 16), box('mdat', 500)]), false],
  ['an index cut off between boxes', indexLast.subarray(0, -108), false],
  ['nothing', Buffer.alloc(0), false],
  ['a WebM, which does not tell', Buffer.from('1a45dfa39f4286810142f7810142', 'hex'), true],
]

test.each(cases)('%s', async (_what, file, whole) => {
  expect(await judge(file)).toBe(whole)
})

test('cut short anywhere but between boxes, it is not whole', async () => {
  for (let length = 8; length < indexLast.length; length += 1) {
    expect(await judge(indexLast.subarray(0, length)), `${length} bytes`).toBe(false)
  }
  // Fewer than eight bytes after the index may as well be left over.
  const pictures = indexFirst.length - 508
  for (let length = pictures + 8; length < indexFirst.length; length += 1) {
    expect(await judge(indexFirst.subarray(0, length)), `${length} bytes`).toBe(false)
  }
})
