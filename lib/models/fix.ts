/**
 * One way to make of an item another one, beside it. Pixels, seconds, frames per second, bytes.
 * What is coded anew becomes a JPEG (a PNG where one can see through it), an MP4 with H.264, a WAV,
 * or an MP3 where a WAV would be too heavy.
 */
export type Fix =
  | { fix: 'resize'; width: number; height: number }
  /** The whole picture in the middle of a canvas of this size, its own blurred edges around it. */
  | { fix: 'pad'; width: number; height: number }
  | { fix: 'convert' }
  /** A stretch of a clip, without coding it anew where its key frames allow. */
  | { fix: 'trim'; start: number; end: number }
  /** A stretch of a sound. */
  | { fix: 'cut'; start: number; end: number }
  /** A clip in the codec that every line takes; what is given is changed on the way. */
  | {
      fix: 'reencode'
      width?: number | undefined
      height?: number | undefined
      fps?: number | undefined
      max_bytes?: number | undefined
    }
  /** A clip's sound. */
  | { fix: 'sound' }
  /** A picture out of a clip. */
  | { fix: 'frame'; at: number }

export type FixName = Fix['fix']

/** The kinds of item a fix starts from. */
export const fixKinds = {
  resize: ['image'],
  pad: ['image'],
  convert: ['image', 'audio'],
  trim: ['video'],
  cut: ['audio'],
  reencode: ['video'],
  sound: ['video'],
  frame: ['video'],
} as const satisfies Record<FixName, readonly ('image' | 'video' | 'audio')[]>
