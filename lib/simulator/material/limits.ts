import { invented } from '../invented'
import type { Facts, Kind } from './facts'
import type { Material } from './material'

/**
 * What the bytes behind references must keep to (protocol §7), written from the protocol and from
 * nothing else in this repository. `stated` limits always hold, `inferred` ones in strict mode.
 */
export type Limit = {
  evidence: 'stated' | 'inferred'
  /** What is wrong with this material, in the gateway's words; null when nothing is. */
  complaint(material: readonly Material[]): string | null
}

type Evidence = Limit['evidence']
type Item<K extends Kind> = {
  name: string
  nth: number
  bytes: number
  facts: Extract<Facts, { kind: K }>
}

/** Files end on whole frames, of picture and of sound: what is this little over was meant to fit. */
const slack = 0.1
const megabyte = 1024 * 1024

function itemsOf<K extends Kind>(kind: K, material: readonly Material[]): Item<K>[] {
  const counts = new Map<string, number>()
  return material.flatMap(({ field, bytes, facts }) => {
    const nth = (counts.get(field) ?? 0) + 1
    counts.set(field, nth)
    const isKind = (found: Facts | null): found is Extract<Facts, { kind: K }> =>
      found?.kind === kind
    return isKind(facts) ? [{ name: `${field}[${nth - 1}]`, nth, bytes, facts }] : []
  })
}

function each<K extends Kind>(
  kind: K,
  evidence: Evidence,
  wanted: string,
  fits: (facts: Item<K>['facts'], bytes: number) => boolean,
): Limit {
  return {
    evidence,
    complaint(material) {
      const wrong = itemsOf(kind, material).find(({ facts, bytes }) => !fits(facts, bytes))
      return wrong === undefined ? null : invented(`${wrong.name} must be ${wanted}`)
    },
  }
}

function together<K extends Kind>(
  kind: K,
  evidence: Evidence,
  wanted: string,
  measure: (item: Item<K>) => number,
  fits: (sum: number) => boolean,
): Limit {
  return {
    evidence,
    complaint(material) {
      const items = itemsOf(kind, material)
      const sum = items.reduce((total, item) => total + measure(item), 0)
      return items.length === 0 || fits(sum) ? null : invented(`${kind} together ${wanted}`)
    },
  }
}

const within = (value: number, min: number, max: number) => min <= value && value <= max
const withinSlack = (value: number, min: number, max: number) =>
  within(value, min - slack, max + slack)
const sidesWithin = (
  { width, height }: { width: number; height: number },
  min: number,
  max: number,
) => within(width, min, max) && within(height, min, max)
const aspectFits = ({ width, height }: { width: number; height: number }) =>
  within(width / height, 0.4, 2.5)

/** X15. The one message that is known verbatim (§8.1) counts from 1. */
const clipsTogether: Limit = {
  evidence: 'stated',
  complaint(material) {
    let seconds = 0
    for (const { nth, facts } of itemsOf('video', material)) {
      seconds += facts.seconds
      if (seconds > 15 + slack) return `video_reference ${nth}: DURATION_TOO_LONG`
    }
    return null
  },
}

/** §7.3: the official model's, on every route. Of its early and later numbers the wider. */
export const officialLimits: readonly Limit[] = [
  each('image', 'inferred', 'jpeg, png, webp, bmp, tiff, gif or heic', ({ type }) =>
    /^image\/(jpeg|png|webp|bmp|tiff|gif|hei[cf])$/.test(type),
  ),
  each('image', 'inferred', '300 to 6000 pixels a side', (facts) => sidesWithin(facts, 300, 6000)),
  each('image', 'inferred', 'of an aspect of 0.4 to 2.5', aspectFits),
  each('image', 'inferred', 'smaller than 30 MB', (_, bytes) => bytes < 30 * megabyte),
  each('video', 'inferred', 'mp4 or mov', ({ type }) => /^video\/(mp4|quicktime)$/.test(type)),
  each('video', 'inferred', 'H.264 or H.265', ({ codec }) => codec === 'avc' || codec === 'hevc'),
  each('video', 'inferred', 'silent, or with AAC or MP3', ({ sound }) =>
    [null, 'aac', 'mp3'].includes(sound),
  ),
  each('video', 'inferred', '2 to 15 seconds long', ({ seconds }) => withinSlack(seconds, 2, 15)),
  together(
    'video',
    'inferred',
    '15 seconds at most',
    ({ facts }) => facts.seconds,
    (sum) => sum <= 15 + slack,
  ),
  each('video', 'inferred', '24 to 60 frames a second', ({ fps }) => withinSlack(fps, 24, 60)),
  each('video', 'inferred', '300 to 6000 pixels a side', (facts) => sidesWithin(facts, 300, 6000)),
  each('video', 'inferred', 'of an aspect of 0.4 to 2.5', aspectFits),
  each('video', 'inferred', '407696 to 8295044 pixels large', ({ width, height }) =>
    within(width * height, 407_696, 8_295_044),
  ),
  each('video', 'inferred', '200 MB at most', (_, bytes) => bytes <= 200 * megabyte),
  each('audio', 'inferred', 'wav or mp3', ({ type }) => /^audio\/(wav|mpeg)$/.test(type)),
  each('audio', 'inferred', '2 to 15 seconds long', ({ seconds }) => withinSlack(seconds, 2, 15)),
  together(
    'audio',
    'inferred',
    '15 seconds at most',
    ({ facts }) => facts.seconds,
    (sum) => sum <= 15 + slack,
  ),
  each('audio', 'inferred', '15 MB at most', (_, bytes) => bytes <= 15 * megabyte),
]

/** §7.1, X15, X16; of the newer page: frames a second (official too) and four seconds together. */
export const mdLimits: readonly Limit[] = [
  each('image', 'stated', 'no GIF', ({ type }) => type !== 'image/gif'),
  clipsTogether,
  together(
    'video',
    'stated',
    '200 MB at most',
    ({ bytes }) => bytes,
    (sum) => sum <= 200 * megabyte,
  ),
  each('video', 'stated', '720 to 2160 pixels a side', (facts) => sidesWithin(facts, 720, 2160)),
  together(
    'video',
    'inferred',
    '4 seconds at least',
    ({ facts }) => facts.seconds,
    (sum) => sum >= 4 - slack,
  ),
  ...officialLimits,
]

/** §7.2: the sibling gateway's sums on the Full route. */
export const fullLimits: readonly Limit[] = [
  together(
    'video',
    'inferred',
    '500 MB at most',
    ({ bytes }) => bytes,
    (sum) => sum <= 500 * megabyte,
  ),
  together(
    'audio',
    'inferred',
    '500 MB at most',
    ({ bytes }) => bytes,
    (sum) => sum <= 500 * megabyte,
  ),
  ...officialLimits,
]

/** §5.2, §7.2: what the audit of Full asks of pictures. */
export const auditLimits: readonly Limit[] = [
  each('image', 'inferred', '300 to 6000 pixels a side', (facts) => sidesWithin(facts, 300, 6000)),
  each('image', 'inferred', 'of an aspect of 0.4 to 2.5', aspectFits),
]
