import type { MediaFacts } from '@/lib/models/media-facts'
import type { Certainty } from './protocol-facts'

// What the protocol says about the material itself (§2.2 X15 and X16, §5.1, §7), written down a
// second time and on purpose not taken from the catalog.

export type LineName = 'full' | 'sp' | 'mini' | 'mini_sp' | 'md' | 'fast_i2v' | 'std'

export const all: readonly LineName[] = ['full', 'sp', 'mini', 'mini_sp', 'md', 'fast_i2v', 'std']
export const except = (...names: LineName[]) => all.filter((name) => !names.includes(name))

export type LimitCase = {
  name: string
  /** Not MD where a stated rule refuses what lies beyond the edge before that one is heard. */
  lines: readonly LineName[]
  code: string
  certainty: Certainty
  /** No file so heavy is taken in: only the rule itself can be asked. */
  beyondFiles?: true
  /** One item on each side of the edge, or several where all together are judged. */
  inside: readonly MediaFacts[]
  outside: readonly MediaFacts[]
}

export const mb = 1024 * 1024

/** Seconds of so many frames, as a clip of 24 frames per second really has them. */
export const frames = (count: number) => count / 24

export const image: MediaFacts = {
  kind: 'image',
  type: 'image/jpeg',
  bytes: mb,
  width: 1024,
  height: 1024,
  duration: null,
  fps: null,
  codec: null,
  sound: null,
}
export const video: MediaFacts = {
  kind: 'video',
  type: 'video/mp4',
  bytes: 3 * mb,
  width: 1280,
  height: 720,
  duration: 4,
  fps: 24,
  codec: 'avc',
  sound: true,
}
export const audio: MediaFacts = {
  ...image,
  kind: 'audio',
  type: 'audio/wav',
  width: null,
  height: null,
  duration: 5,
  codec: 'pcm-s16',
}

type Change = Partial<MediaFacts>

export function one(
  [name, code, certainty, lines]: readonly [string, string, Certainty, readonly LineName[]],
  base: MediaFacts,
  inside: Change,
  outside: Change,
): LimitCase {
  const only = (change: Change) => [{ ...base, ...change }]
  return { name, code, certainty, lines, inside: only(inside), outside: only(outside) }
}

export const size = (width: number, height: number) => ({ width, height })
