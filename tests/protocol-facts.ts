// What the gateway's protocol says of each model, written down a second time and on purpose not
// taken from the catalog: the tests hold the two against each other.

/** stated: the document or the pages say so; inferred: another source, or none. */
export type Certainty = 'stated' | 'inferred'
/** What becomes of a combination: taken, refused (stated), or taken with a warning (inferred, open). */
export type Verdict = 'taken' | 'refused' | 'doubted'

export type ProtocolFacts = {
  models: readonly string[]
  seconds: readonly [min: number, max: number]
  /** Seconds below which newer pages refuse. */
  doubtedBelow: number
  ratios: readonly string[]
  /** One alone is fixed by the model. */
  resolutions: readonly string[]
  doubtedResolutions: readonly string[]
  promptMax: number | null
  images: readonly [max: number, Certainty]
  /** Frames count as images. */
  countsFrames: boolean
  clips: readonly [max: number, Certainty]
  sounds: readonly [max: number, Certainty]
  links: Verdict
  assets: Verdict
  firstAlone: Verdict
  lastAlone: Verdict
  clipsWithFrames: Verdict
  soundsWithFrames: Verdict
  soundsAlone: Verdict
  promptOnly: Verdict
  clipsAtAll: Verdict
  gif: Verdict
  imageAmongClips: Verdict
}

const six = ['21:9', '16:9', '4:3', '1:1', '3:4', '9:16']

const full: Omit<ProtocolFacts, 'models' | 'resolutions' | 'clips' | 'clipsAtAll'> = {
  seconds: [4, 12],
  doubtedBelow: 0,
  ratios: [...six, 'Adaptive'],
  doubtedResolutions: [],
  promptMax: null,
  images: [9, 'inferred'],
  countsFrames: false,
  sounds: [3, 'inferred'],
  links: 'refused',
  assets: 'taken',
  firstAlone: 'taken',
  lastAlone: 'doubted',
  clipsWithFrames: 'doubted',
  soundsWithFrames: 'doubted',
  soundsAlone: 'doubted',
  promptOnly: 'taken',
  gif: 'taken',
  imageAmongClips: 'doubted',
}

const fullStill = { ...full, clips: [0, 'stated'], clipsAtAll: 'refused' } as const
const fullVideo = { ...full, clips: [3, 'inferred'], clipsAtAll: 'taken' } as const

const sp: Omit<ProtocolFacts, 'models' | 'doubtedResolutions' | 'clipsAtAll'> = {
  seconds: [4, 15],
  doubtedBelow: 0,
  ratios: six,
  resolutions: ['480p', '720p', '1080p'],
  promptMax: null,
  images: [9, 'inferred'],
  countsFrames: false,
  clips: [3, 'inferred'],
  sounds: [3, 'inferred'],
  links: 'taken',
  assets: 'taken',
  firstAlone: 'taken',
  lastAlone: 'doubted',
  clipsWithFrames: 'doubted',
  soundsWithFrames: 'taken',
  soundsAlone: 'refused',
  promptOnly: 'doubted',
  gif: 'taken',
  imageAmongClips: 'doubted',
}

const mini: Omit<ProtocolFacts, 'models' | 'clips' | 'clipsAtAll'> = {
  seconds: [4, 15],
  doubtedBelow: 0,
  ratios: six,
  resolutions: ['480p', '720p', '1080p'],
  doubtedResolutions: ['1080p'],
  promptMax: null,
  images: [9, 'inferred'],
  countsFrames: false,
  sounds: [3, 'inferred'],
  links: 'taken',
  assets: 'refused',
  firstAlone: 'taken',
  lastAlone: 'doubted',
  clipsWithFrames: 'doubted',
  soundsWithFrames: 'taken',
  soundsAlone: 'refused',
  promptOnly: 'taken',
  gif: 'taken',
  imageAmongClips: 'doubted',
}

export const protocolFacts: readonly ProtocolFacts[] = [
  { ...fullStill, models: ['sd2_mx_720p', 'sd2_mx_fast_720p'], resolutions: ['720p'] },
  { ...fullStill, models: ['sd2_mx_1080p', 'sd2_mx_fast_1080p'], resolutions: ['1080p'] },
  { ...fullStill, models: ['sd2_mx_2k'], resolutions: ['2k'] },
  { ...fullStill, models: ['sd2_mx_4k'], resolutions: ['4k'] },
  { ...fullVideo, models: ['sd2_mx_video_720p', 'sd2_mx_video_fast_720p'], resolutions: ['720p'] },
  {
    ...fullVideo,
    models: ['sd2_mx_video_1080p', 'sd2_mx_video_fast_1080p'],
    resolutions: ['1080p'],
  },
  { ...fullVideo, models: ['sd2_mx_video_2k'], resolutions: ['2k'] },
  { ...fullVideo, models: ['sd2_mx_video_4k'], resolutions: ['4k'] },
  { ...sp, models: ['seedance2.0-sp'], doubtedResolutions: ['480p'], clipsAtAll: 'taken' },
  { ...sp, models: ['seedance2.0-fast-sp'], doubtedResolutions: ['480p'], clipsAtAll: 'doubted' },
  {
    ...sp,
    models: ['seedance2.0-of-sp', 'seedance2.0-of-fast-sp'],
    doubtedResolutions: [],
    clipsAtAll: 'taken',
  },
  { ...mini, models: ['seedance2.0-mini'], clips: [0, 'stated'], clipsAtAll: 'refused' },
  { ...mini, models: ['seedance2.0-mini-video'], clips: [3, 'inferred'], clipsAtAll: 'taken' },
  {
    ...mini,
    models: ['seedance2.0-mini-sp'],
    resolutions: ['480p', '720p'],
    doubtedResolutions: [],
    clips: [3, 'inferred'],
    clipsAtAll: 'taken',
    firstAlone: 'doubted',
    assets: 'doubted',
  },
  {
    models: ['seedance2.0-md', 'seedance2.0-fast-md'],
    seconds: [1, 15],
    doubtedBelow: 4,
    ratios: ['16:9', '9:16', '1:1'],
    resolutions: ['720p'],
    doubtedResolutions: [],
    promptMax: 5000,
    images: [4, 'stated'],
    countsFrames: false,
    clips: [3, 'stated'],
    sounds: [0, 'stated'],
    links: 'taken',
    assets: 'refused',
    firstAlone: 'refused',
    lastAlone: 'refused',
    clipsWithFrames: 'doubted',
    soundsWithFrames: 'refused',
    soundsAlone: 'refused',
    promptOnly: 'taken',
    clipsAtAll: 'taken',
    gif: 'doubted',
    imageAmongClips: 'doubted',
  },
  {
    models: ['seedance2.0-fast-i2v'],
    seconds: [1, 15],
    doubtedBelow: 0,
    ratios: ['16:9', '9:16', '1:1'],
    resolutions: ['720p'],
    doubtedResolutions: [],
    promptMax: 5000,
    images: [9, 'stated'],
    countsFrames: true,
    clips: [0, 'stated'],
    sounds: [0, 'stated'],
    links: 'taken',
    assets: 'refused',
    firstAlone: 'doubted',
    lastAlone: 'doubted',
    clipsWithFrames: 'refused',
    soundsWithFrames: 'refused',
    soundsAlone: 'refused',
    promptOnly: 'taken',
    clipsAtAll: 'refused',
    gif: 'taken',
    imageAmongClips: 'refused',
  },
  {
    models: ['seedance2.0-std'],
    seconds: [4, 15],
    doubtedBelow: 0,
    ratios: six,
    resolutions: ['720p'],
    doubtedResolutions: [],
    promptMax: null,
    images: [9, 'stated'],
    countsFrames: false,
    clips: [3, 'inferred'],
    sounds: [3, 'stated'],
    links: 'taken',
    assets: 'refused',
    firstAlone: 'taken',
    lastAlone: 'taken',
    clipsWithFrames: 'doubted',
    soundsWithFrames: 'refused',
    soundsAlone: 'doubted',
    promptOnly: 'taken',
    clipsAtAll: 'taken',
    gif: 'taken',
    imageAmongClips: 'refused',
  },
]

export const mediaKinds = ['image', 'clip', 'sound'] as const
export type MediaKind = (typeof mediaKinds)[number]

const extension = { image: 'jpg', clip: 'mp4', sound: 'mp3' } as const

/** The nth link or asset id of a kind. The simulator counts ids that begin with `demo-` as approved. */
export function link(kind: MediaKind, number = 1): string {
  return `https://media.example/${kind}-${number}.${extension[kind]}`
}

export function asset(kind: MediaKind, number = 1): string {
  return `asset://demo-${kind}-${number}`
}

/** `count` references of a kind that the model takes. */
export function references(facts: ProtocolFacts, kind: MediaKind, count: number): string[] {
  const of = facts.links === 'taken' ? link : asset
  return Array.from({ length: count }, (_, index) => of(kind, index + 1))
}
