import type { Limits } from './limit'

// Where the official documents of different ages disagree, the later and wider figure stands: up to
// 200 MB and 8 295 044 pixels for a clip instead of 50 MB and 927 408 (protocol §7.3).

const imageTypes = ['jpeg', 'png', 'webp', 'bmp', 'tiff', 'gif', 'heic', 'heif']

/** What the official model takes (§7.3), which no line of the gateway contradicts. */
const official = {
  image: [
    { rule: 'type_not_taken', values: imageTypes.map((type) => `image/${type}`), by: 'V' },
    { rule: 'bytes_over', max: 30, by: 'V' },
    { rule: 'side_out_of_range', min: 300, max: 6000, by: 'V' },
    { rule: 'aspect_out_of_range', min: 0.4, max: 2.5, by: 'V' },
  ],
  video: [
    { rule: 'type_not_taken', values: ['video/mp4', 'video/quicktime'], by: 'V' },
    { rule: 'codec_not_taken', values: ['avc', 'hevc'], by: 'V' },
    { rule: 'bytes_over', max: 200, by: 'V' },
    { rule: 'aspect_out_of_range', min: 0.4, max: 2.5, by: 'V' },
    { rule: 'pixels_out_of_range', min: 407_696, max: 8_295_044, by: 'V' },
    { rule: 'seconds_out_of_range', min: 2, max: 15, by: 'V' },
  ],
  audio: [
    { rule: 'type_not_taken', values: ['audio/wav', 'audio/mpeg'], by: 'V' },
    { rule: 'bytes_over', max: 15, by: 'V' },
    { rule: 'seconds_out_of_range', min: 2, max: 15, by: 'V' },
  ],
} as const satisfies Limits

const officialSides = { rule: 'side_out_of_range', min: 300, max: 6000, by: 'V' } as const
const officialFps = { rule: 'fps_out_of_range', min: 24, max: 60, by: 'V' } as const
const officialTotal = { rule: 'total_seconds_over', max: 15, by: 'V' } as const

/** Lines of which the gateway states no figures (§7.1). */
export const officialLimits: Limits = {
  image: official.image,
  video: [...official.video, officialSides, officialFps, officialTotal],
  audio: [...official.audio, officialTotal],
}

const siblingTotals = [
  { rule: 'total_seconds_over', max: 15, by: 'UV' },
  { rule: 'total_bytes_over', max: 500, by: 'U' },
] as const

/** The sibling gateway adds how much clips and sounds may weigh together (§7.2). */
export const fullLimits: Limits = {
  image: official.image,
  video: [...official.video, officialSides, officialFps, ...siblingTotals],
  audio: [...official.audio, ...siblingTotals],
}

/** X15, and what a newer page adds (X16). Which side is meant is not said: both are judged (§7.1). */
export const mdLimits: Limits = {
  image: official.image,
  video: [
    ...official.video,
    { rule: 'side_out_of_range', min: 720, max: 2160, by: 'S' },
    { rule: 'fps_out_of_range', min: 24, max: 60, by: 'N' },
    { rule: 'total_seconds_over', max: 15, by: 'S' },
    { rule: 'total_seconds_under', min: 4, by: 'N' },
    { rule: 'total_bytes_over', max: 200, by: 'S' },
  ],
  audio: [],
}

const uploadBytes = { rule: 'upload_bytes_over', max: 100, by: 'P' } as const

/**
 * The gateway's own upload (§5.1), through which material goes where it can fetch no link of ours.
 * Its list of extensions, as types.
 */
export const uploadLimits: Limits = {
  image: [
    {
      rule: 'upload_type_not_taken',
      values: ['jpeg', 'png', 'gif', 'webp', 'bmp'].map((type) => `image/${type}`),
      by: 'P',
    },
    uploadBytes,
  ],
  video: [
    {
      rule: 'upload_type_not_taken',
      values: ['mp4', 'quicktime', 'x-msvideo', 'webm', 'x-matroska', 'x-m4v', 'x-flv'].map(
        (type) => `video/${type}`,
      ),
      by: 'P',
    },
    uploadBytes,
  ],
  audio: [
    {
      rule: 'upload_type_not_taken',
      values: ['mpeg', 'wav', 'aac', 'mp4', 'flac', 'ogg'].map((type) => `audio/${type}`),
      by: 'P',
    },
    uploadBytes,
  ],
}
