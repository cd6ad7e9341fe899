import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clipPath } from '../media/clip'
import { clip, picture, sound } from '../test-files'
import { probe } from './probe'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'simulator-probe-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function probeBytes(bytes: Uint8Array) {
  const path = join(folder, 'file')
  writeFileSync(path, bytes)
  return probe(path)
}

/** Stored 640 wide and 480 high, to be shown on its side. */
async function sideways(): Promise<Buffer> {
  return sharp(await picture())
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}

function bmp(width: number, height: number): Buffer {
  const head = Buffer.alloc(54)
  head.write('BM')
  head.writeInt32LE(width, 18)
  head.writeInt32LE(-height, 22)
  return head
}

function heic(...sizes: [number, number][]): Buffer {
  const boxes = sizes.map(([width, height]) => {
    const box = Buffer.alloc(20)
    box.writeUInt32BE(20)
    box.write('ispe', 4)
    box.writeUInt32BE(width, 12)
    box.writeUInt32BE(height, 16)
    return box
  })
  return Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), ...boxes])
}

describe('what bytes say', () => {
  it.each<[string, () => Uint8Array | Promise<Uint8Array>, object]>([
    ['PNG', () => picture(), { kind: 'image', type: 'image/png', width: 640, height: 480 }],
    ['GIF', () => picture(8, 9, 'gif'), { type: 'image/gif', width: 8, height: 9 }],
    ['JPEG on its side', sideways, { type: 'image/jpeg', width: 480, height: 640 }],
    ['BMP from top to bottom', () => bmp(640, 480), { type: 'image/bmp', width: 640, height: 480 }],
    [
      'HEIC in tiles',
      () => heic([512, 512], [4032, 3024], [320, 240]),
      { type: 'image/heic', width: 4032, height: 3024 },
    ],
    ['WAV', () => sound(2.5), { kind: 'audio', type: 'audio/wav', seconds: 2.5 }],
    [
      'MP4',
      () => clip({ seconds: 2, fps: 30 }),
      {
        kind: 'video',
        type: 'video/mp4',
        width: 1280,
        height: 720,
        seconds: 2,
        fps: 30,
        codec: 'vp9',
        sound: null,
      },
    ],
  ])('%s', async (_, make, facts) => {
    expect(await probeBytes(await make())).toMatchObject(facts)
  })

  it('reads a clip with sound', async () => {
    expect(await probe(clipPath('16:9'))).toMatchObject({
      width: 480,
      height: 270,
      codec: 'avc',
      sound: 'aac',
    })
  })

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array(0)],
    ['a page', Buffer.from('<!doctype html><title>Sorry</title>')],
    ['zeros', new Uint8Array(10_000)],
    ['the beginning of an MP4', Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isommp42')],
  ])('%s is nothing that can be read', async (_, bytes) => {
    expect(await probeBytes(bytes)).toBeNull()
  })
})
