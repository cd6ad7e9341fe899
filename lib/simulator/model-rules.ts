import { fullLimits, mdLimits, officialLimits, type Limit } from './material/limits'

/**
 * What each model takes, written from the protocol (§2.2, §3) and from nothing else in this
 * repository: a table shared with the app would agree with the app's mistakes.
 */
export type ModelRules = {
  seconds: readonly [min: number, max: number]
  ratios: readonly string[]
  resolutions: readonly string[]
  /** `field`: the request chooses. `fixed`: a `resolution` in the request is ignored (§2.1). */
  resolutionBy: 'field' | 'fixed'
  promptMax: number | null
  /** Counts: `stated` are refused beyond, `inferred` (evidence U, V) only in strict mode. */
  images: Count
  videos: Count
  audios: Count
  /** Frame images count as images too (X12). */
  framesCountAsImages: boolean
  /** `pair`: both or none (X2). `first`: a last frame alone is refused in strict mode (X14). */
  frames: 'pair' | 'first' | 'any'
  /** X3: audio needs an image, a clip or a frame beside it. */
  audioNeedsCompany: 'stated' | 'inferred'
  /** X4, X14: what frame mode cannot be combined with. */
  audioWithFrames: 'allowed' | 'stated' | 'inferred'
  /** `undocumented`: only an example speaks of links (X10), so an asset is refused in strict mode only. */
  library: 'audit' | 'sp' | 'undocumented' | null
  /** X9: on Full even a public link is refused. */
  links: boolean
  /** X13 */
  imageLinksAsVideos: 'allowed' | 'refused'
  /** Whether a link that ends in `.gif` is refused at once; the file itself is looked at later. */
  gifImages: 'allowed' | 'inferred'
  promptAlone: 'allowed' | 'inferred'
  /** What the files themselves must keep to. */
  material: readonly Limit[]
}

export type Count = { stated: number } | { inferred: number } | 'unlimited'

const six = ['21:9', '16:9', '4:3', '1:1', '3:4', '9:16'] as const
const three = ['16:9', '9:16', '1:1'] as const
const none: Count = { stated: 0 }

const base: ModelRules = {
  seconds: [4, 15],
  ratios: six,
  resolutions: ['480p', '720p', '1080p'],
  resolutionBy: 'field',
  promptMax: null,
  images: { inferred: 9 },
  videos: { inferred: 3 },
  audios: { inferred: 3 },
  framesCountAsImages: false,
  frames: 'any',
  audioNeedsCompany: 'stated',
  audioWithFrames: 'allowed',
  library: null,
  links: true,
  imageLinksAsVideos: 'allowed',
  gifImages: 'allowed',
  promptAlone: 'allowed',
  material: officialLimits,
}

const full = (resolution: string, videos: Count): ModelRules => ({
  ...base,
  seconds: [4, 12],
  ratios: [...six, 'Adaptive'],
  resolutions: [resolution],
  resolutionBy: 'fixed',
  videos,
  frames: 'first',
  audioNeedsCompany: 'inferred',
  audioWithFrames: 'inferred',
  library: 'audit',
  links: false,
  material: fullLimits,
})
const fullText = (resolution: string) => full(resolution, none)
const fullVideo = (resolution: string) => full(resolution, { inferred: 3 })

const sp: ModelRules = { ...base, library: 'sp', promptAlone: 'inferred' }

const perTask: ModelRules = { ...base, resolutions: ['720p'], resolutionBy: 'fixed' }

const md: ModelRules = {
  ...perTask,
  seconds: [1, 15],
  ratios: three,
  promptMax: 5000,
  images: { stated: 4 },
  videos: { stated: 3 },
  audios: none,
  frames: 'pair',
  gifImages: 'inferred',
  material: mdLimits,
}

export const modelRules: Readonly<Record<string, ModelRules>> = {
  sd2_mx_720p: fullText('720p'),
  sd2_mx_1080p: fullText('1080p'),
  sd2_mx_2k: fullText('2k'),
  sd2_mx_4k: fullText('4k'),
  sd2_mx_fast_720p: fullText('720p'),
  sd2_mx_fast_1080p: fullText('1080p'),
  sd2_mx_video_720p: fullVideo('720p'),
  sd2_mx_video_1080p: fullVideo('1080p'),
  sd2_mx_video_2k: fullVideo('2k'),
  sd2_mx_video_4k: fullVideo('4k'),
  sd2_mx_video_fast_720p: fullVideo('720p'),
  sd2_mx_video_fast_1080p: fullVideo('1080p'),
  'seedance2.0-sp': sp,
  'seedance2.0-fast-sp': sp,
  'seedance2.0-of-sp': sp,
  'seedance2.0-of-fast-sp': sp,
  'seedance2.0-mini': { ...base, videos: none },
  'seedance2.0-mini-video': base,
  'seedance2.0-mini-sp': { ...base, resolutions: ['480p', '720p'], library: 'undocumented' },
  'seedance2.0-md': md,
  'seedance2.0-fast-md': md,
  'seedance2.0-fast-i2v': {
    ...perTask,
    seconds: [1, 15],
    ratios: three,
    promptMax: 5000,
    images: { stated: 9 },
    videos: none,
    audios: none,
    framesCountAsImages: true,
  },
  'seedance2.0-std': {
    ...perTask,
    images: { stated: 9 },
    videos: 'unlimited',
    audios: { stated: 3 },
    audioNeedsCompany: 'inferred',
    audioWithFrames: 'stated',
    imageLinksAsVideos: 'refused',
  },
}
