import type { Locale } from '@/lib/client/locale'

type Words = Record<Locale, string>

export type Scene = {
  prompt: Words
  /** The create fields besides the prompt. */
  input: { model: string } & Record<string, unknown>
  /** How it stands on the picture; a finished clip unless said. */
  state?: 'queued' | 'running' | 'refused' | 'unconfirmed'
  favourite?: boolean
  /** Minutes before the moment of the picture at which it was asked for. */
  minutesAgo: number
  /** Scenes of the same name are takes of one shot. */
  takes?: string
}

const yesterday = 24 * 60
const ridge = 'https://media.example.com/ridge-03.png'

/** The clips of one working day, newest first. Their words choose what the simulator draws. */
export const scenes: readonly Scene[] = [
  {
    prompt: {
      en: 'A paper crane folds itself on a steel table; macro, one hard light',
      zh: '纸鹤在金属桌面上自行折成，微距，一束硬光',
    },
    input: { model: 'seedance2.0-mini', ratio: '1:1', resolution: '720p', duration: 5 },
    state: 'queued',
    minutesAgo: 0.15,
  },
  {
    prompt: {
      en: 'Mist lifts off the ridge line as the sun clears the far peak; slow aerial rise, cold to warm',
      zh: '太阳越过远峰，雾气从山脊上散开，镜头缓缓升空，色调由冷转暖',
    },
    input: { model: 'seedance2.0-sp', ratio: '16:9', resolution: '720p', duration: 8 },
    state: 'running',
    minutesAgo: 1.2,
  },
  {
    prompt: {
      en: 'Rain on a neon street at night: she walks away from us under the signs, reflections breaking with each step; hold until she turns the corner',
      zh: '霓虹夜雨的街道，她撑伞从招牌下走远，每一步都踏碎倒影，镜头停到她转过街角',
    },
    input: { model: 'seedance2.0-fast-sp', ratio: '9:16', resolution: '720p', duration: 6 },
    minutesAgo: 9,
  },
  {
    prompt: {
      en: 'Lanterns drift out from the shore of the lake, one gutters and goes dark; very slow lateral track, no wind',
      zh: '灯笼从湖岸缓缓漂远，其中一盏忽明忽暗、终于熄灭；极慢的横移，无风',
    },
    input: {
      model: 'seedance2.0-sp',
      ratio: '21:9',
      resolution: '1080p',
      duration: 10,
      images: [ridge, 'https://media.example.com/lantern-key.jpg'],
      reference_audios: ['https://media.example.com/water-and-crickets.wav'],
    },
    favourite: true,
    minutesAgo: 18,
  },
  {
    prompt: {
      en: 'A woman in a red coat turns to camera on the ferry deck',
      zh: '渡轮甲板上，穿红大衣的女人转身看向镜头',
    },
    input: {
      model: 'seedance2.0-sp',
      ratio: '16:9',
      resolution: '720p',
      duration: 8,
      images: ['https://media.example.com/portrait.jpg'],
    },
    state: 'refused',
    minutesAgo: 21,
  },
  ...[1, 2, 3, 4].map((take): Scene => ({
    prompt: {
      en: 'The wave lifts and folds over itself against the low golden sun; locked camera at water level',
      zh: '海浪迎着金色低阳涌起、翻卷，机位固定在水面',
    },
    input: { model: 'seedance2.0-md', ratio: '16:9', duration: 6 },
    takes: 'wave',
    minutesAgo: 2.05 + (4 - take) / 100,
    ...(take === 4 && { state: 'running' }),
    ...(take === 2 && { favourite: true }),
  })),
  {
    prompt: {
      en: 'Forest floor at noon, light shafts sweep as clouds pass',
      zh: '正午的森林，云影掠过，光柱在林间扫动',
    },
    input: { model: 'seedance2.0-fast-sp', ratio: '4:3', resolution: '720p', duration: 8 },
    state: 'unconfirmed',
    minutesAgo: 48,
  },
  {
    prompt: {
      en: 'Deer step through a misty forest at dawn, dust in the light',
      zh: '清晨的薄雾森林，鹿群走过，光里浮着尘埃',
    },
    input: { model: 'seedance2.0-mini', ratio: '4:3', resolution: '720p', duration: 5 },
    minutesAgo: 55,
  },
  {
    prompt: {
      en: 'Snow mountains in winter light, a slow push in',
      zh: '冬日雪山，镜头缓缓推近',
    },
    input: { model: 'seedance2.0-mini', ratio: '1:1', resolution: '720p', duration: 5 },
    minutesAgo: 61,
  },
  {
    prompt: {
      en: 'Dunes at the last hour, sand lifting off one crest, camera still',
      zh: '沙丘的最后一小时，细沙从一道棱线上扬起，机位不动',
    },
    input: { model: 'seedance2.0-of-sp', ratio: '16:9', resolution: '1080p', duration: 6 },
    favourite: true,
    minutesAgo: yesterday + 30,
  },
  {
    prompt: {
      en: 'Dusk over the city, the skyline lighting up window by window',
      zh: '黄昏的城市天际线，窗口一盏盏亮起',
    },
    input: { model: 'seedance2.0-mini-sp', ratio: '3:4', resolution: '720p', duration: 5 },
    minutesAgo: yesterday + 44,
  },
  {
    prompt: { en: 'Ridge lines and hills at first light, slow push', zh: '晨光里的层层山峦，缓推' },
    input: { model: 'seedance2.0-std', ratio: '16:9', duration: 8 },
    minutesAgo: yesterday + 70,
  },
]

/** The clip whose page is shown. */
export const shownScene = scenes[3]

type Draft = { mode: string; takes?: number; input: Record<string, unknown> }

/** What the form is filled with: a line each, as a creator would leave it. */
export const drafts: Record<'sp' | 'md' | 'full' | 'mini', Record<Locale, Draft>> = {
  sp: each((locale) => ({
    mode: 'references',
    input: {
      model: 'seedance2.0-sp',
      prompt: {
        en: '@Image1 drifts above the valley at first light, the camera rising with it as in @Video1. Slow push toward the figure in @Image2, grain and colour of late film stock; she turns once the wind in @Audio1 drops.',
        zh: '晨光中 @图片1 从山谷上空飘过，镜头像 @视频1 那样随之升起，缓缓推向 @图片2 里的人影，带着旧胶片的颗粒与色彩；等 @音频1 里的风停下，她才回头。',
      }[locale],
      images: [
        ridge,
        'https://media.example.com/sun-key.jpg',
        'https://media.example.com/dune.jpg',
      ],
      reference_videos: ['https://media.example.com/drift-ref.mp4'],
      reference_audios: ['https://media.example.com/wind.wav'],
      ratio: '16:9',
      resolution: '720p',
      duration: 8,
    },
  })),
  md: each((locale) => ({
    mode: 'frames',
    takes: 4,
    input: {
      model: 'seedance2.0-md',
      prompt: {
        en: 'The swell lifts and folds over itself against the low sun. Locked camera at water level, backlit spray, the crest turning green just before it breaks.',
        zh: '海浪迎着低垂的太阳涌起、翻卷。机位固定在水面，逆光的水雾，浪尖在碎开前的一瞬泛出绿色。',
      }[locale],
      first_image: 'https://media.example.com/swell-first.png',
      last_image: 'https://media.example.com/swell-last.png',
      ratio: '16:9',
      duration: 6,
    },
  })),
  full: each((locale) => ({
    mode: 'references',
    input: {
      model: 'sd2_mx_video_1080p',
      prompt: {
        en: '@Image1 walks the wet street toward us, umbrella low; signs flicker as in @Video1. Hold on @Image2 in the puddle.',
        zh: '@图片1 压低雨伞，沿着湿漉漉的街道向我们走来，招牌像 @视频1 那样闪烁，最后停在水洼里的 @图片2。',
      }[locale],
      images: [
        'https://media.example.com/umbrella.jpg',
        'https://media.example.com/lantern.jpg',
        'https://media.example.com/portrait.jpg',
      ],
      reference_videos: ['https://media.example.com/drift-ref.mp4'],
      ratio: '9:16',
      duration: 12,
    },
  })),
  mini: each((locale) => ({
    mode: 'text',
    input: {
      model: 'seedance2.0-mini',
      prompt: {
        en: 'Fog lifts off a pine ridge at first light; slow aerial rise, the valley filling with gold. Distant birds, then wind.',
        zh: '晨光初起，雾气从松林山脊上散开，镜头缓缓升空，山谷被染成金色。先是远处的鸟鸣，随后是风声。',
      }[locale],
      ratio: '21:9',
      resolution: '1080p',
      duration: 10,
    },
  })),
}

function each(make: (locale: Locale) => Draft): Record<Locale, Draft> {
  return { en: make('en'), zh: make('zh') }
}
