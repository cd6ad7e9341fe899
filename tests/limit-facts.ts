import { all, audio, image, mb, one, size, video, type LimitCase } from './limit-case'
import { clipCases } from './limit-clips'

export { audio, image, video, type LimitCase, type LineName } from './limit-case'

const types = ['jpeg', 'png', 'webp', 'bmp', 'tiff', 'gif', 'heic', 'heif']

export const limitCases: readonly LimitCase[] = [
  ...types.map((type) =>
    one(
      [`an image as ${type}`, 'type_not_taken', 'inferred', all],
      image,
      { type: `image/${type}` },
      { type: 'image/avif' },
    ),
  ),
  one(
    ['an image of 30 MB', 'bytes_over', 'inferred', all],
    image,
    { bytes: 30 * mb },
    { bytes: 30 * mb + 1 },
  ),
  one(
    ['an image with a side of 300', 'side_out_of_range', 'inferred', all],
    image,
    size(300, 400),
    size(299, 400),
  ),
  one(
    ['an image with a side of 6000', 'side_out_of_range', 'inferred', all],
    image,
    size(3000, 6000),
    size(3000, 6001),
  ),
  one(
    ['an upright image', 'aspect_out_of_range', 'inferred', all],
    image,
    size(400, 1000),
    size(399, 1000),
  ),
  one(
    ['a lying image', 'aspect_out_of_range', 'inferred', all],
    image,
    size(1000, 400),
    size(1001, 400),
  ),

  ...clipCases,

  ...['audio/wav', 'audio/mpeg'].map((type) =>
    one(
      [`a sound as ${type}`, 'type_not_taken', 'inferred', all],
      audio,
      { type },
      { type: 'audio/mp4' },
    ),
  ),
  one(
    ['a sound of 15 MB', 'bytes_over', 'inferred', all],
    audio,
    { bytes: 15 * mb },
    { bytes: 15 * mb + 1 },
  ),
  one(
    ['a sound of 2 s', 'seconds_out_of_range', 'inferred', all],
    audio,
    { duration: 2 },
    { duration: 1.99 },
  ),
  one(
    ['a sound of 15 s', 'seconds_out_of_range', 'inferred', all],
    audio,
    { duration: 15 },
    { duration: 15.01 },
  ),
  {
    name: 'sounds of 15 s together',
    code: 'total_seconds_over',
    certainty: 'inferred',
    lines: all,
    inside: [7, 8].map((duration) => ({ ...audio, duration })),
    outside: [7, 8.01].map((duration) => ({ ...audio, duration })),
  },
  {
    name: 'sounds of 500 MB together',
    beyondFiles: true,
    code: 'total_bytes_over',
    certainty: 'inferred',
    lines: ['full'],
    inside: [250 * mb, 250 * mb].map((bytes) => ({ ...audio, bytes })),
    outside: [250 * mb, 250 * mb + 1].map((bytes) => ({ ...audio, bytes })),
  },

  // The gateway's upload, where it cannot fetch from us.
  one(
    ['an image the upload lists', 'upload_type_not_taken', 'stated', all],
    image,
    { type: 'image/bmp' },
    { type: 'image/heic' },
  ),
  one(
    ['a sound the upload lists', 'upload_type_not_taken', 'stated', all],
    audio,
    { type: 'audio/mp4' },
    { type: 'audio/webm' },
  ),
  one(
    ['a clip of 100 MB', 'upload_bytes_over', 'stated', all],
    video,
    { bytes: 100 * mb },
    { bytes: 100 * mb + 1 },
  ),
]
