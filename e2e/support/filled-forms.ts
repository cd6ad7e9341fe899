import { asset, link } from '@/tests/protocol-facts'
import type { Attachment, Composer } from './composer'

type FilledForm = {
  line: string
  model: string
  fill: (composer: Composer) => Promise<void>
  /** All that reaches the gateway besides model and prompt. */
  body: Record<string, unknown>
}

const asAsset = (kind: 'image' | 'clip' | 'sound', number = 1): Attachment => ({
  reference: asset(kind, number),
  kind: ({ image: 'Image', clip: 'Clip', sound: 'Sound' } as const)[kind],
})

/** One model of each line with much of what it takes. */
export const filledForms: readonly FilledForm[] = [
  {
    line: 'Full',
    model: 'sd2_mx_video_fast_720p',
    fill: async (composer) => {
      await composer.setMode('References')
      await composer.attach(composer.tray('Approved assets'), [
        asAsset('image', 1),
        asAsset('clip'),
        asAsset('image', 2),
        asAsset('sound'),
      ])
      await composer.choose(composer.ratio, 'Auto')
      await composer.setSeconds('12')
    },
    body: {
      duration: 12,
      ratio: 'Adaptive',
      images: [asset('image', 1), asset('image', 2)],
      reference_videos: [asset('clip')],
      reference_audios: [asset('sound')],
    },
  },
  {
    line: 'SP economy',
    model: 'seedance2.0-sp',
    fill: async (composer) => {
      await composer.setMode('References')
      await composer.attach(composer.tray('References'), [
        link('sound'),
        asAsset('image'),
        link('clip'),
        link('image', 2),
      ])
      await composer.choose(composer.resolution, '1080p')
      await composer.choose(composer.ratio, '9:16')
      await composer.setSeconds('4')
    },
    body: {
      duration: 4,
      ratio: '9:16',
      resolution: '1080p',
      images: [asset('image'), link('image', 2)],
      reference_videos: [link('clip')],
      reference_audios: [link('sound')],
    },
  },
  {
    line: 'SP official',
    model: 'seedance2.0-of-fast-sp',
    fill: async (composer) => {
      await composer.setMode('First / last frame')
      await composer.attach(composer.first, [asset('image')])
      await composer.attach(composer.tray('Sounds'), [link('sound')])
      await composer.choose(composer.resolution, '480p')
      await composer.choose(composer.ratio, '3:4')
    },
    body: {
      duration: 5,
      ratio: '3:4',
      resolution: '480p',
      first_image: asset('image'),
      reference_audios: [link('sound')],
    },
  },
  {
    line: 'Mini',
    model: 'seedance2.0-mini-video',
    fill: async (composer) => {
      await composer.setMode('References')
      await composer.attach(composer.tray('References'), [link('clip'), link('image')])
      await composer.choose(composer.resolution, '480p')
      await composer.choose(composer.ratio, '21:9')
      await composer.setSeconds('6')
    },
    body: {
      duration: 6,
      ratio: '21:9',
      resolution: '480p',
      images: [link('image')],
      reference_videos: [link('clip')],
    },
  },
  {
    line: 'Mini special',
    model: 'seedance2.0-mini-sp',
    fill: async (composer) => {
      await composer.setMode('References')
      await composer.attach(composer.tray('References'), [link('image'), link('sound')])
      await composer.choose(composer.resolution, '480p')
      await composer.choose(composer.ratio, '4:3')
    },
    body: {
      duration: 5,
      ratio: '4:3',
      resolution: '480p',
      images: [link('image')],
      reference_audios: [link('sound')],
    },
  },
  {
    line: 'MD',
    model: 'seedance2.0-md',
    fill: async (composer) => {
      await composer.setMode('First / last frame')
      await composer.attach(composer.first, [link('image', 1)])
      await composer.attach(composer.last, [link('image', 2)])
      await composer.choose(composer.ratio, '1:1')
      await composer.setSeconds('7')
    },
    body: {
      duration: 7,
      ratio: '1:1',
      first_image: link('image', 1),
      last_image: link('image', 2),
    },
  },
  {
    line: 'Fast I2V',
    model: 'seedance2.0-fast-i2v',
    fill: async (composer) => {
      await composer.setMode('References')
      await composer.attach(composer.tray('References'), [link('image', 2), link('image', 1)])
      await composer.choose(composer.ratio, '9:16')
      await composer.setSeconds('1')
    },
    body: { duration: 1, ratio: '9:16', images: [link('image', 2), link('image', 1)] },
  },
  {
    line: 'STD',
    model: 'seedance2.0-std',
    fill: async (composer) => {
      await composer.setMode('First / last frame')
      await composer.attach(composer.last, [link('image')])
      await composer.choose(composer.ratio, '16:9')
    },
    body: { duration: 5, ratio: '16:9', last_image: link('image') },
  },
]
