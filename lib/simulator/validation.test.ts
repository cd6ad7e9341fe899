import { describe, expect, it } from 'vitest'
import { modelRules } from './model-rules'
import { validateCreate, type ValidationContext } from './validation'

const loose: ValidationContext = {
  strict: false,
  fullMaxSeconds: 12,
  isActive: (library, id) => id === `${library}-active`,
  isNear: (url) => url.startsWith('http://127.0.0.1:1/'),
}
const strict = { ...loose, strict: true }

const full = 'sd2_mx_720p'
const fullVideo = 'sd2_mx_video_fast_720p'
const sp = 'seedance2.0-of-sp'
const mini = 'seedance2.0-mini'
const miniVideo = 'seedance2.0-mini-video'
const miniSp = 'seedance2.0-mini-sp'
const md = 'seedance2.0-fast-md'
const i2v = 'seedance2.0-fast-i2v'
const std = 'seedance2.0-std'

const png = 'https://media.test/a.png'
const mp4 = 'https://media.test/a.mp4'
const mp3 = 'https://media.test/a.mp3'
const asset = 'asset://audit-active'
const times = (count: number, value: string) => Array.from({ length: count }, () => value)

type Case = [why: string, model: string, fields: Record<string, unknown>]

function isAccepted([, model, fields]: Case, context = loose): boolean {
  return validateCreate({ model, prompt: 'a lake', ...fields }, context).ok
}

describe('what every model takes', () => {
  it.each(Object.entries(modelRules))(
    '%s: its seconds, and not one more or less',
    (model, rules) => {
      const [min, max] = model.startsWith('sd2_') ? [4, 12] : rules.seconds
      const takes = (duration: number) => isAccepted(['', model, { duration }])
      expect([min - 1, min, max, max + 1].map(takes)).toEqual([false, true, true, false])
    },
  )

  it.each(Object.keys(modelRules))('%s: a plain prompt, with the defaults filled in', (model) => {
    const judged = validateCreate({ model, prompt: 'a lake', seed: 7, images: [] }, loose)
    expect(judged).toMatchObject({ ok: true, input: { duration: 5, ratio: '16:9', images: [] } })
  })

  it('knows the 23 models and no other', () => {
    expect(Object.keys(modelRules)).toHaveLength(23)
    expect(validateCreate({ model: 'toString', prompt: 'x' }, loose)).toEqual({
      ok: false,
      msg: '不支持的模型参数',
    })
  })

  it('takes 15 seconds on Full when told so', () => {
    const wide = { ...loose, fullMaxSeconds: 15 as const }
    expect(isAccepted(['', full, { duration: 15 }], wide)).toBe(true)
    expect(isAccepted(['', full, { duration: 16 }], wide)).toBe(false)
  })
})

describe('refused on every server', () => {
  const cases: Case[] = [
    ['no prompt', sp, { prompt: '' }],
    ['a blank prompt', sp, { prompt: '  \n' }],
    ['a prompt that is no text', sp, { prompt: 5 }],
    ['a prompt of 5001 characters on MD', md, { prompt: '字'.repeat(5001) }],
    ['a prompt of 5001 characters on Fast I2V', i2v, { prompt: '😀'.repeat(5001) }],
    ['a duration in words', sp, { duration: '5' }],
    ['a duration with a fraction', sp, { duration: 5.5 }],
    ['4k on SP', sp, { resolution: '4k' }],
    ['1080p on Mini special', miniSp, { resolution: '1080p' }],
    ['a resolution that is no text', md, { resolution: 720 }],
    ['Adaptive outside Full', sp, { ratio: 'Adaptive' }],
    ['4:3 on MD', md, { ratio: '4:3' }],
    ['21:9 on Fast I2V', i2v, { ratio: '21:9' }],
    ['5:4 on STD', std, { ratio: '5:4' }],
    ['an orientation of its own', sp, { orientation: 'square' }],
    ['X1 images with a first frame', sp, { images: [png], first_image: png }],
    ['X1 images with a last frame', std, { images: [png], last_image: png }],
    ['X2 a first frame alone on MD', md, { first_image: png }],
    ['X2 a last frame alone on MD', md, { last_image: png }],
    ['X3 audio alone on SP', sp, { reference_audios: [mp3] }],
    ['X3 audio alone on Mini', mini, { reference_audios: [mp3] }],
    ['X3 audio alone on Mini special', miniSp, { reference_audios: [mp3] }],
    ['X4 audio with a frame on STD', std, { first_image: png, reference_audios: [mp3] }],
    ['X5 audio on MD', md, { images: [png], reference_audios: [mp3] }],
    ['X5 audio on Fast I2V', i2v, { images: [png], reference_audios: [mp3] }],
    ['X6 a clip on Fast I2V', i2v, { reference_videos: [mp4] }],
    ['X7 a clip on plain Full', full, { reference_videos: [asset] }],
    ['X8 a clip on plain Mini', mini, { reference_videos: [mp4] }],
    ['X9 a link on Full', full, { images: [png] }],
    ['X9 an asset under review on Full', full, { images: ['asset://new'] }],
    ['X9 an asset of the other library on Full', full, { images: ['asset://sp-active'] }],
    ['X10 an asset on MD', md, { images: [asset] }],
    ['X10 an asset on STD', std, { images: [asset] }],
    ['X10 an asset on Mini', mini, { images: [asset] }],
    ['X10 plain http on MD', md, { images: ['http://media.test/a.png'] }],
    ['X11 an asset of the other library on SP', sp, { images: [asset] }],
    ['X12 ten images on Fast I2V', i2v, { images: times(10, png) }],
    ['X13 an image as a clip on STD', std, { reference_videos: [png] }],
    ['five images on MD', md, { images: times(5, png) }],
    ['four clips on MD', md, { reference_videos: times(4, mp4) }],
    ['ten images on STD', std, { images: times(10, png) }],
    ['four audios on STD', std, { images: [png], reference_audios: times(4, mp3) }],
    ['images that are no list', sp, { images: png }],
    ['an empty link', sp, { images: [''] }],
    ['words for a link', sp, { images: ['a picture'] }],
  ]
  it.each(cases)('%s', (...refused) => {
    expect(isAccepted(refused)).toBe(false)
  })

  it.each([
    ['a list', []],
    ['nothing', undefined],
    ['a word', 'x'],
  ])('%s as a body', (_, body) => {
    expect(validateCreate(body, strict).ok).toBe(false)
  })
})

describe('accepted just inside the edge', () => {
  const cases: Case[] = [
    ['5000 characters on MD, counted as code points', md, { prompt: '😀'.repeat(5000) }],
    ['more than 5000 characters elsewhere', sp, { prompt: 'a'.repeat(6000) }],
    ['480p on SP', sp, { resolution: '480p' }],
    ['any resolution where the model fixes it', md, { resolution: '4k' }],
    ['adaptive in small letters on Full', full, { ratio: 'adaptive' }],
    ['both frames on MD', md, { first_image: png, last_image: png }],
    ['a last frame alone on STD', std, { last_image: png }],
    ['X3 audio with a frame on SP', sp, { first_image: png, reference_audios: [mp3] }],
    [
      'X3 audio with a clip on Mini video',
      miniVideo,
      { reference_videos: [mp4], reference_audios: [mp3] },
    ],
    ['X4 audio with images on STD', std, { images: [png], reference_audios: [mp3] }],
    ['audio alone on STD', std, { reference_audios: [mp3] }],
    ['X7 a clip on Full video', fullVideo, { reference_videos: [asset] }],
    ['X8 a clip on Mini video', miniVideo, { reference_videos: [mp4] }],
    ['X9 an Active asset on Full', full, { first_image: asset }],
    ['X11 an Active asset on SP', sp, { images: ['asset://sp-active', png] }],
    ['X12 nine images on Fast I2V', i2v, { images: times(9, png) }],
    ['four images on MD', md, { images: times(4, png) }],
    ['three clips on MD', md, { reference_videos: times(3, mp4) }],
    ['seven clips on STD', std, { reference_videos: times(7, mp4) }],
    ['three audios on STD', std, { images: [png], reference_audios: times(3, mp3) }],
    ['our own upload', md, { images: ['http://127.0.0.1:1/files/uploads/x/a.png'] }],
    ['null for absent', sp, { ratio: null, images: null, first_image: '' }],
  ]
  it.each(cases)('%s', (...accepted) => {
    expect(isAccepted(accepted)).toBe(true)
  })
})

describe('inferred rules hold in strict mode only', () => {
  const cases: Case[] = [
    ['X14 a last frame alone on Full', full, { last_image: asset }],
    ['X14 frames with audio on Full', full, { first_image: asset, reference_audios: [asset] }],
    [
      'X14 frames with a clip on Full',
      fullVideo,
      { first_image: asset, reference_videos: [asset] },
    ],
    ['X16 a GIF on MD', md, { images: ['https://media.test/a.gif'] }],
    ['X17 a prompt alone on SP', sp, {}],
    ['audio alone on Full', full, { reference_audios: [asset] }],
    ['ten images on SP', sp, { images: times(10, png) }],
    ['four audios on Mini', mini, { images: [png], reference_audios: times(4, mp3) }],
  ]
  it.each(cases)('%s', (...inferred) => {
    expect([isAccepted(inferred, loose), isAccepted(inferred, strict)]).toEqual([true, false])
  })
})

it('reads the ratio from the orientation when there is none', () => {
  const ratioOf = (fields: object) => {
    const judged = validateCreate({ model: sp, prompt: 'x', ...fields }, loose)
    return judged.ok ? judged.input.ratio : null
  }
  expect(ratioOf({ orientation: 'portrait' })).toBe('9:16')
  expect(ratioOf({ orientation: 'landscape' })).toBe('16:9')
  expect(ratioOf({ orientation: 'portrait', ratio: '1:1' })).toBe('1:1')
})
