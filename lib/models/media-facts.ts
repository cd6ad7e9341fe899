/** What is known of an item's bytes: what every limit is judged by. */
export type MediaFacts = {
  kind: 'image' | 'video' | 'audio'
  /** MIME type, read from the bytes. */
  type: string
  bytes: number
  /** Pixels as shown, rotation applied; null for sound. */
  width: number | null
  height: number | null
  /** Seconds; null for pictures. */
  duration: number | null
  fps: number | null
  /** Of the picture; of the sound where there is no picture. */
  codec: string | null
  /** Whether a clip has sound; null for what is no clip. */
  sound: boolean | null
}

/** Looks an item up by its reference; undefined for a link or an id that is not ours. */
export type FactsOf = (reference: string) => MediaFacts | undefined
