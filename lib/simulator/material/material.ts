import type { AcceptedInput } from '../validation'
import type { Facts, Kind } from './facts'

/** A link or `asset://id` that a request names. */
export type Reference = {
  /** The request's field: `images`, `first_image`, …, `image_urls`, `url`. */
  field: string
  /** What it has to be; null for what nobody opens (SP's `text`). */
  kind: Kind | null
  reference: string
}

/** Why a reference is of no use: three ways a link is not fetched, or bytes that are something else. */
export type Failure = {
  why: 'timeout' | 'connection' | 'answer' | 'content'
  detail: string
}

/** What a file was when it was fetched. */
export type Content = {
  /** Hex. */
  sha256: string
  bytes: number
  /** As it was served. */
  type: string
  facts: Facts | null
}

/** What a reference led to. */
export type Material = Omit<Content, 'sha256'> & {
  field: string
  reference: string
  /** Where it was fetched from; of an asset, when that was submitted. */
  url: string
  /** Null when it could not be fetched. */
  sha256: string | null
  failure: Failure | null
}

export function referencesOf(input: AcceptedInput): Reference[] {
  const { images, first_image, last_image, reference_videos, reference_audios } = input
  const named = (field: string, kind: Kind, values: readonly (string | null)[]) =>
    values.flatMap((reference) => (reference === null ? [] : { field, kind, reference }))
  return [
    ...named('images', 'image', images),
    ...named('first_image', 'image', [first_image]),
    ...named('last_image', 'image', [last_image]),
    ...named('reference_videos', 'video', reference_videos),
    ...named('reference_audios', 'audio', reference_audios),
  ]
}
