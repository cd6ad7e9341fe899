/**
 * What the bytes of a file say. `type` is a MIME type; pixels are as shown, rotation applied;
 * seconds are the picture's, or the sound's where there is none.
 */
export type Facts =
  | { kind: 'image'; type: string; width: number; height: number }
  | {
      kind: 'video'
      type: string
      width: number
      height: number
      seconds: number
      fps: number
      codec: string | null
      /** The sound's codec; null when silent. */
      sound: string | null
    }
  | { kind: 'audio'; type: string; seconds: number; codec: string | null }

export type Kind = Facts['kind']
