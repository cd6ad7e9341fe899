import type { MediaFacts } from '@/lib/models/media-facts'
import type { Wish } from './realise'

const nothing = { width: null, height: null, duration: null, fps: null, codec: null, sound: null }

const imageTypes = ['jpeg', 'png', 'webp', 'gif', 'bmp', 'tiff', 'heic', 'heif']
const imageSizes = [
  [1024, 1024],
  [1920, 1080],
  [1080, 1920],
  [800, 600],
  [300, 480],
] as const

const clipSizes = [
  [1280, 720],
  [720, 1280],
  [1920, 1080],
  [960, 960],
  [864, 496],
] as const
const clipForms = [
  ['mp4', 'avc', 24],
  ['mp4', 'avc', 23.976],
  ['mp4', 'avc', 60],
  ['mp4', 'hevc', 25],
  ['quicktime', 'avc', 29.97],
  ['quicktime', 'hevc', 30],
] as const

const soundForms = [
  ['wav', 'pcm-s16'],
  ['wav', 'pcm-s24'],
  ['wav', 'pcm-s32'],
  ['wav', 'pcm-f32'],
  ['wav', 'pcm-u8'],
  ['mpeg', 'mp3'],
] as const
const soundSeconds = [2.5, 4, 6, 9.25, 14]

function wish(facts: Partial<MediaFacts> & Pick<MediaFacts, 'kind' | 'type'>): Wish {
  return { facts: { ...nothing, bytes: 0, ...facts } }
}

/** A hundred files of all kinds that the models take, each within every limit. */
export const genuine: readonly Wish[] = [
  ...imageTypes.flatMap((type) =>
    imageSizes.map(([width, height]) =>
      wish({ kind: 'image', type: `image/${type}`, width, height }),
    ),
  ),
  ...clipForms.flatMap(([type, codec, fps], at) =>
    clipSizes.map(([width, height]) =>
      wish({
        kind: 'video',
        type: `video/${type}`,
        width,
        height,
        codec,
        fps,
        duration: 3,
        sound: at % 2 === 0,
      }),
    ),
  ),
  ...soundForms.flatMap(([type, codec]) =>
    soundSeconds.map((duration) => wish({ kind: 'audio', type: `audio/${type}`, codec, duration })),
  ),
]
