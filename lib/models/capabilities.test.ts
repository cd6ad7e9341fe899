import { describe, expect, it } from 'vitest'
import { protocolFacts } from '@/tests/protocol-facts'
import {
  durationRange,
  effectiveRatio,
  effectiveResolution,
  fieldsOf,
  getModel,
  modeOf,
  models,
  modesOf,
  outputPixels,
  roomFor,
  type Model,
} from './capabilities'

function model(id: string): Model {
  const found = getModel(id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}

describe('getModel', () => {
  it.each(['seedance-9', '', '__proto__', 'SEEDANCE2.0-MD'])('knows no %j', (id) => {
    expect(getModel(id)).toBeUndefined()
  })
})

describe('modes and fields', () => {
  it.each(models.map((row) => [row.id, row] as const))('%s has all three modes', (_, row) => {
    expect(modesOf(row)).toEqual(['text', 'frames', 'references'])
  })

  it.each([
    ['seedance2.0-sp', 'frames', ['first_image', 'last_image', 'reference_audios']],
    ['seedance2.0-std', 'frames', ['first_image', 'last_image']],
    ['sd2_mx_video_4k', 'frames', ['first_image', 'last_image']],
    ['seedance2.0-md', 'references', ['images', 'reference_videos']],
    ['seedance2.0-fast-i2v', 'references', ['images']],
    ['seedance2.0-mini', 'references', ['images', 'reference_audios']],
    ['sd2_mx_4k', 'references', ['images', 'reference_audios']],
    ['seedance2.0-mini-sp', 'references', ['images', 'reference_videos', 'reference_audios']],
    ['seedance2.0-mini-sp', 'text', []],
  ] as const)('%s offers in %s: %j', (id, mode, fields) => {
    expect(fieldsOf(model(id), mode)).toEqual(fields)
  })

  it.each(protocolFacts.flatMap((facts) => facts.models.map((id) => [id, facts] as const)))(
    '%s has the room that the protocol gives',
    (id, { images, clips, sounds }) => {
      const row = model(id)
      expect([
        roomFor(row, 'images'),
        roomFor(row, 'reference_videos'),
        roomFor(row, 'reference_audios'),
        roomFor(row, 'first_image'),
      ]).toEqual([images[0], clips[0], sounds[0], 1])
    },
  )

  it.each([
    [{}, 'text'],
    [{ images: [], first_image: '' }, 'text'],
    [{ last_image: 'https://a.example/1.png' }, 'frames'],
    [{ first_image: 'asset://1', reference_audios: ['asset://2'] }, 'frames'],
    [{ reference_audios: ['asset://2'] }, 'references'],
    [{ reference_videos: ['asset://2'] }, 'references'],
  ] as const)('%j is in mode %s', (input, mode) => {
    expect(modeOf({ ...input } as Parameters<typeof modeOf>[0])).toBe(mode)
  })
})

describe('what the gateway will use', () => {
  const md = model('seedance2.0-md')
  it.each([
    [{ ratio: '1:1', orientation: 'portrait' }, '1:1'],
    [{ orientation: 'portrait' }, '9:16'],
    [{ orientation: 'landscape' }, '16:9'],
    [{ ratio: '' }, '16:9'],
    [{}, '16:9'],
  ] as const)('of %j: ratio %s', (input, ratio) => {
    expect(effectiveRatio(input, md)).toBe(ratio)
  })

  it.each([
    ['seedance2.0-sp', '1080p', '1080p'],
    ['seedance2.0-sp', '', '720p'],
    ['seedance2.0-sp', undefined, '720p'],
    ['sd2_mx_2k', undefined, '2k'],
    ['sd2_mx_2k', '1080p', '2k'],
  ] as const)('%s asked for %j: resolution %s', (id, resolution, used) => {
    expect(effectiveResolution({ resolution }, model(id))).toBe(used)
  })
})

describe('outputPixels', () => {
  const sp = model('seedance2.0-sp')
  const full = model('sd2_mx_4k')
  it.each([
    ['16:9', '480p', 864, 496],
    ['4:3', '480p', 752, 560],
    ['3:4', '480p', 560, 752],
    ['9:16', '480p', 496, 864],
    ['21:9', '480p', 992, 432],
    ['16:9', '720p', 1280, 720],
    ['3:4', '720p', 834, 1112],
    ['1:1', '720p', 960, 960],
    ['21:9', '720p', 1470, 630],
    ['4:3', '1080p', 1664, 1248],
    ['9:16', '1080p', 1080, 1920],
    ['21:9', '1080p', 2206, 946],
    ['3:4', '4k', 2494, 3326],
    ['21:9', '4k', 4398, 1886],
  ])('%s at %s is %i × %i', (ratio, resolution, width, height) => {
    const row = resolution === '4k' ? full : sp
    expect(outputPixels(row, ratio, resolution)).toEqual({ width, height })
  })

  it.each([
    ['sd2_mx_2k', '16:9', '2k'],
    ['sd2_mx_4k', 'Adaptive', '4k'],
    ['seedance2.0-sp', '2:1', '720p'],
    ['seedance2.0-sp', '16:9', '4k'],
    ['seedance2.0-md', '4:3', '720p'],
  ])('nobody states what %s makes of %s at %s', (id, ratio, resolution) => {
    expect(outputPixels(model(id), ratio, resolution)).toBeNull()
  })
})

describe('durationRange', () => {
  it.each([
    ['sd2_mx_4k', 12, 4, 12],
    ['sd2_mx_4k', 15, 4, 15],
    ['seedance2.0-sp', 12, 4, 15],
    ['seedance2.0-fast-md', 12, 1, 15],
  ] as const)('%s with Full up to %i s: %i to %i', (id, full_max_seconds, min, max) => {
    expect(durationRange(model(id), { full_max_seconds })).toEqual({ min, max })
  })
})
