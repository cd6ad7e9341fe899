import { describe, expect, it } from 'vitest'
import { modelRules } from '../model-rules'
import { complaintAbout } from './complaint'
import type { Facts } from './facts'
import { auditLimits } from './limits'
import type { Material } from './material'
import { standIn } from './stand-in'

const megabyte = 1024 * 1024
const md = 'seedance2.0-md'
const full = 'sd2_mx_video_720p'
const sp = 'seedance2.0-sp'
const fields = { image: 'images', video: 'reference_videos', audio: 'reference_audios' }

/** Material that fits, but for what is said. */
function item(kind: Facts['kind'], facts: object = {}, bytes = 1000): Material {
  const usual = standIn(kind, kind)
  const link = { field: fields[kind], reference: 'x', url: 'x', failure: null }
  return { ...usual, ...link, bytes, facts: { ...usual.facts, ...facts } as Facts }
}
const image = (facts: object, bytes?: number) => [item('image', facts, bytes)]
const video = (facts: object, bytes?: number) => [item('video', facts, bytes)]
const audio = (facts: object, bytes?: number) => [item('audio', facts, bytes)]
const clips = (...seconds: number[]) => seconds.map((length) => item('video', { seconds: length }))

const verdict = (model: string, material: Material[], strict: boolean) =>
  complaintAbout(material, modelRules[model]?.material ?? [], strict)

type Edge = [what: string, model: string, inside: Material[], outside: Material[]]

describe('stated limits hold on every server', () => {
  it.each<Edge>([
    ['no GIF', md, image({}), image({ type: 'image/gif' })],
    ['15 s together', md, clips(5, 5, 5.05), clips(5, 5, 5.2)],
    [
      '200 MB together',
      md,
      [...video({}, 100 * megabyte), ...video({}, 100 * megabyte)],
      [...video({}, 100 * megabyte), ...video({}, 100 * megabyte + 1)],
    ],
    [
      '720 px wide at least',
      md,
      video({ width: 720, height: 720 }),
      video({ width: 718, height: 720 }),
    ],
    ['720 px high at least', md, video({ height: 720 }), video({ height: 718 })],
    [
      '2160 px at most',
      md,
      video({ width: 2160, height: 2160 }),
      video({ width: 2162, height: 2160 }),
    ],
  ])('%s', (_, model, inside, outside) => {
    expect(verdict(model, inside, false)).toBeNull()
    expect(verdict(model, outside, false)).toEqual(expect.any(String))
    expect(verdict(sp, outside, false)).toBeNull()
  })

  it('names the clip that is too many, as the live gateway does', () => {
    expect(verdict(md, clips(8, 8), false)).toBe('video_reference 2: DURATION_TOO_LONG')
  })
})

describe('inferred limits hold in strict mode only', () => {
  it.each<Edge>([
    ['formats of images', sp, image({ type: 'image/heic' }), image({ type: 'image/svg+xml' })],
    [
      'sides of images, small',
      sp,
      image({ width: 300, height: 300 }),
      image({ width: 299, height: 300 }),
    ],
    [
      'sides of images, large',
      sp,
      image({ width: 6000, height: 6000 }),
      image({ width: 6001, height: 6000 }),
    ],
    ['aspect, wide', sp, image({ width: 1000, height: 400 }), image({ width: 1001, height: 400 })],
    ['aspect, tall', sp, image({ width: 400, height: 1000 }), image({ width: 400, height: 1001 })],
    ['bytes of an image', sp, image({}, 30 * megabyte - 1), image({}, 30 * megabyte)],
    ['containers of clips', sp, video({ type: 'video/quicktime' }), video({ type: 'video/webm' })],
    ['codecs of clips', sp, video({ codec: 'hevc' }), video({ codec: 'vp9' })],
    ['sound of clips', sp, video({ sound: null }), video({ sound: 'opus' })],
    ['a short clip', sp, clips(2), clips(1.8)],
    ['a long clip', sp, clips(15), clips(15.2)],
    ['clips together', sp, clips(7, 8), clips(7, 8.5)],
    ['few frames a second', sp, video({ fps: 23.976 }), video({ fps: 23 })],
    ['many frames a second', sp, video({ fps: 60 }), video({ fps: 61 })],
    ['small clips', sp, video({ width: 752, height: 544 }), video({ width: 640, height: 480 })],
    ['large clips', sp, video({ width: 3840, height: 2160 }), video({ width: 3840, height: 2162 })],
    ['bytes of a clip', sp, video({}, 200 * megabyte), video({}, 200 * megabyte + 1)],
    ['formats of sound', sp, audio({ type: 'audio/wav' }), audio({ type: 'audio/flac' })],
    [
      'sound together',
      sp,
      [...audio({ seconds: 7 }), ...audio({ seconds: 8 })],
      [...audio({ seconds: 8 }), ...audio({ seconds: 8 })],
    ],
    ['bytes of sound', sp, audio({}, 15 * megabyte), audio({}, 15 * megabyte + 1)],
    ['four seconds on MD', md, clips(2, 2), clips(3.5)],
  ])('%s', (_, model, inside, outside) => {
    expect(verdict(model, inside, true)).toBeNull()
    expect([verdict(model, outside, false), verdict(model, outside, true)]).toEqual([
      null,
      expect.any(String),
    ])
  })

  it('counts from the first of each field', () => {
    const material = [item('image'), item('video'), ...image({ width: 200 })]
    expect(verdict(full, material, true)).toContain('images[1]')
  })
})

it.each<[boolean, Material[]]>([
  [true, image({ width: 300, height: 700 })],
  [false, image({ width: 299, height: 700 })],
  [false, image({ width: 300, height: 751 })],
  [true, video({ width: 200, height: 100 })],
])('the audit takes it: %s', (taken, material) => {
  expect(complaintAbout(material, auditLimits, true) === null).toBe(taken)
})
