import { fullLimits, mdLimits, officialLimits } from './media-limits'
import type { ModelSpec } from './model'

// Values and evidence are those of protocol §3; the customer's document wins where sources differ.
// Every line states each value once; a row adds its name and what is its own.

const everyRatio = ['21:9', '16:9', '4:3', '1:1', '3:4', '9:16'] as const
const threeRatios = ['16:9', '9:16', '1:1'] as const

/** X13 is stated for STD only. */
const notAsClip = [false, '?'] as const

const full = {
  line: 'full',
  documented: true,
  billing: { per: 'second', names: ['{model}'], first_clip: false, by: 'S' },
  prompt: { max: 0, by: '?' },
  duration: { min: 4, max: 12, widens: true, default: 5, by: 'S' },
  ratio: { values: [...everyRatio, 'Adaptive'], default: '16:9', by: 'S' },
  images: { max: 9, counts_frames: false, by: 'UV' },
  frames: {
    both: [true, 'S'],
    first_alone: [true, 'U'],
    last_alone: [false, 'U'],
    with_clips: [false, 'UV'],
    with_sounds: [false, 'UV'],
  },
  reference_audios: { max: 3, alone: [null, '?'], by: 'UV' },
  references: { schemes: ['asset'], library: 'full', by: 'S' },
  limits: fullLimits,
  doubts: [],
} as const

/** The Full line's resolution is part of the model's name. */
const at720p = { values: ['720p'], default: '720p', fixed: true, by: 'S' } as const
const at1080p = { values: ['1080p'], default: '1080p', fixed: true, by: 'S' } as const
const at2k = { values: ['2k'], default: '2k', fixed: true, by: 'S' } as const
const at4k = { values: ['4k'], default: '4k', fixed: true, by: 'S' } as const

/** X7: only the video series takes clips; how many is inferred. */
const noClips = { max: 0, images: notAsClip, by: 'S' } as const
const threeClips = { max: 3, images: notAsClip, by: 'UV' } as const

const sp = {
  documented: true,
  prompt: { max: 0, by: '?' },
  duration: { min: 4, max: 15, widens: false, default: 5, by: 'S' },
  resolution: { values: ['480p', '720p', '1080p'], default: '720p', fixed: false, by: 'S' },
  ratio: { values: everyRatio, default: '16:9', by: 'U' },
  images: { max: 9, counts_frames: false, by: 'V' },
  frames: {
    both: [true, 'S'],
    first_alone: [true, 'S'],
    last_alone: [null, '?'],
    with_clips: [null, '?'],
    with_sounds: [true, 'S'],
  },
  reference_videos: { max: 3, images: notAsClip, by: 'V' },
  reference_audios: { max: 3, alone: [false, 'S'], by: 'V' },
  references: { schemes: ['https', 'asset'], library: 'sp', by: 'S' },
  limits: officialLimits,
} as const

// No source states SP's billing names: the pattern of Mini's, then the ones K lists, then the id.
const spPrices = {
  per: 'second',
  names: ['{model}-{resolution}', 'sd2_sp_{resolution}', '{model}'],
  first_clip: false,
  by: 'S',
} as const
const spFastPrices = {
  per: 'second',
  names: ['{model}-{resolution}', 'sd2_sp_fast_{resolution}', '{model}'],
  first_clip: false,
  by: 'S',
} as const
const spOfficialPrices = {
  per: 'second',
  names: ['{model}-{resolution}', '{model}'],
  first_clip: false,
  by: 'S',
} as const

const promptOnly = { about: 'prompt_only', by: 'U' } as const
const at480p = { about: 'resolution', value: '480p', by: 'KO' } as const

const mini = {
  line: 'mini',
  prompt: { max: 0, by: '?' },
  duration: { min: 4, max: 15, widens: false, default: 5, by: 'P' },
  resolution: { values: ['480p', '720p', '1080p'], default: '720p', fixed: false, by: 'P' },
  ratio: { values: everyRatio, default: '16:9', by: 'V' },
  images: { max: 9, counts_frames: false, by: 'V' },
  frames: {
    both: [true, 'S'],
    first_alone: [true, 'P'],
    last_alone: [null, '?'],
    with_clips: [null, '?'],
    with_sounds: [true, 'P'],
  },
  reference_audios: { max: 3, alone: [false, 'P'], by: 'V' },
  references: { schemes: ['https'], library: null, by: 'P' },
  limits: officialLimits,
  doubts: [{ about: 'resolution', value: '1080p', by: 'V' }],
} as const

const md = {
  line: 'md',
  documented: true,
  billing: { per: 'task', names: ['{model}'], first_clip: false, by: 'S' },
  prompt: { max: 5000, by: 'S' },
  duration: { min: 1, max: 15, widens: false, default: 5, by: 'S' },
  resolution: at720p,
  ratio: { values: threeRatios, default: '16:9', by: 'S' },
  images: { max: 4, counts_frames: false, by: 'S' },
  frames: {
    both: [true, 'S'],
    first_alone: [false, 'S'],
    last_alone: [false, 'S'],
    with_clips: [null, '?'],
    with_sounds: [false, 'S'],
  },
  reference_videos: { max: 3, images: notAsClip, by: 'S' },
  reference_audios: { max: 0, alone: [false, 'S'], by: 'S' },
  references: { schemes: ['https'], library: null, by: 'S' },
  limits: mdLimits,
  doubts: [
    { about: 'duration_below', value: 4, by: 'PK' },
    { about: 'gif', by: 'N' },
  ],
} as const

export const catalog = [
  { id: 'sd2_mx_720p', ...full, resolution: at720p, reference_videos: noClips },
  { id: 'sd2_mx_1080p', ...full, resolution: at1080p, reference_videos: noClips },
  { id: 'sd2_mx_2k', ...full, resolution: at2k, reference_videos: noClips },
  { id: 'sd2_mx_4k', ...full, resolution: at4k, reference_videos: noClips },
  { id: 'sd2_mx_fast_720p', ...full, resolution: at720p, reference_videos: noClips },
  { id: 'sd2_mx_fast_1080p', ...full, resolution: at1080p, reference_videos: noClips },
  { id: 'sd2_mx_video_720p', ...full, resolution: at720p, reference_videos: threeClips },
  { id: 'sd2_mx_video_1080p', ...full, resolution: at1080p, reference_videos: threeClips },
  { id: 'sd2_mx_video_2k', ...full, resolution: at2k, reference_videos: threeClips },
  { id: 'sd2_mx_video_4k', ...full, resolution: at4k, reference_videos: threeClips },
  { id: 'sd2_mx_video_fast_720p', ...full, resolution: at720p, reference_videos: threeClips },
  { id: 'sd2_mx_video_fast_1080p', ...full, resolution: at1080p, reference_videos: threeClips },
  {
    id: 'seedance2.0-sp',
    ...sp,
    line: 'sp_economy',
    billing: spPrices,
    doubts: [promptOnly, at480p],
  },
  {
    id: 'seedance2.0-fast-sp',
    ...sp,
    line: 'sp_economy',
    billing: spFastPrices,
    doubts: [promptOnly, at480p, { about: 'clips', by: 'K' }],
  },
  {
    id: 'seedance2.0-of-sp',
    ...sp,
    line: 'sp_official',
    billing: spOfficialPrices,
    doubts: [promptOnly],
  },
  {
    id: 'seedance2.0-of-fast-sp',
    ...sp,
    line: 'sp_official',
    billing: spOfficialPrices,
    doubts: [promptOnly],
  },
  {
    id: 'seedance2.0-mini',
    ...mini,
    documented: true,
    billing: { per: 'second', names: ['{model}-{resolution}'], first_clip: false, by: 'S' },
    reference_videos: { max: 0, images: notAsClip, by: 'P' },
  },
  {
    id: 'seedance2.0-mini-video',
    ...mini,
    documented: false,
    billing: {
      per: 'second',
      names: ['seedance2.0-mini-{resolution}-video'],
      first_clip: true,
      by: 'P',
    },
    reference_videos: { max: 3, images: notAsClip, by: 'V' },
  },
  {
    id: 'seedance2.0-mini-sp',
    line: 'mini_sp',
    documented: true,
    billing: { per: 'task', names: ['{model}-{resolution}'], first_clip: false, by: 'S' },
    prompt: { max: 0, by: '?' },
    duration: { min: 4, max: 15, widens: false, default: 5, by: 'P' },
    resolution: { values: ['480p', '720p'], default: '720p', fixed: false, by: 'S' },
    ratio: { values: everyRatio, default: '16:9', by: 'V' },
    images: { max: 9, counts_frames: false, by: 'V' },
    frames: {
      both: [true, 'S'],
      first_alone: [null, '?'],
      last_alone: [null, '?'],
      with_clips: [null, '?'],
      with_sounds: [true, 'P'],
    },
    reference_videos: { max: 3, images: notAsClip, by: 'V' },
    reference_audios: { max: 3, alone: [false, 'P'], by: 'V' },
    references: { schemes: ['https'], library: null, by: 'K' },
    limits: officialLimits,
    doubts: [],
  },
  { id: 'seedance2.0-md', ...md },
  { id: 'seedance2.0-fast-md', ...md },
  {
    id: 'seedance2.0-fast-i2v',
    line: 'fast_i2v',
    documented: true,
    billing: { per: 'task', names: ['{model}'], first_clip: false, by: 'S' },
    prompt: { max: 5000, by: 'P' },
    duration: { min: 1, max: 15, widens: false, default: 5, by: 'P' },
    resolution: at720p,
    ratio: { values: threeRatios, default: '16:9', by: 'P' },
    images: { max: 9, counts_frames: true, by: 'S' },
    frames: {
      both: [true, 'S'],
      first_alone: [null, '?'],
      last_alone: [null, '?'],
      with_clips: [false, 'S'],
      with_sounds: [false, 'S'],
    },
    reference_videos: { max: 0, images: notAsClip, by: 'S' },
    reference_audios: { max: 0, alone: [false, 'S'], by: 'S' },
    references: { schemes: ['https'], library: null, by: 'S' },
    limits: officialLimits,
    doubts: [],
  },
  {
    id: 'seedance2.0-std',
    line: 'std',
    documented: true,
    billing: { per: 'task', names: ['{model}'], first_clip: false, by: 'S' },
    prompt: { max: 0, by: '?' },
    duration: { min: 4, max: 15, widens: false, default: 5, by: 'S' },
    resolution: at720p,
    ratio: { values: everyRatio, default: '16:9', by: 'S' },
    images: { max: 9, counts_frames: false, by: 'S' },
    frames: {
      both: [true, 'S'],
      first_alone: [true, 'P'],
      last_alone: [true, 'P'],
      with_clips: [null, '?'],
      with_sounds: [false, 'S'],
    },
    reference_videos: { max: 3, images: [false, 'P'], by: 'V' },
    reference_audios: { max: 3, alone: [null, '?'], by: 'S' },
    references: { schemes: ['https'], library: null, by: 'S' },
    limits: officialLimits,
    doubts: [],
  },
] as const satisfies readonly ModelSpec[]
