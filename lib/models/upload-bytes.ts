const mebibyte = 1024 * 1024

/** The most bytes that an upload of each kind may have. */
export const uploadBytes = {
  image: 64 * mebibyte,
  audio: 64 * mebibyte,
  video: 512 * mebibyte,
} as const
