import type { Model } from './capabilities'
import type { Fix } from './fix'
import { fitSize } from './fit-size'
import type { InputIssue } from './input-issue'
import type { Bounds, ItemRule } from './limit'
import type { MediaFacts } from './media-facts'
import { uploadLimits } from './media-limits'

export type { Fix } from './fix'

const bytesPerMb = 1024 * 1024

const leastBytes = bytesPerMb

/**
 * What can be done about a complaint `judge` has of an item, best first; empty where nothing can.
 * For one about all items of a list (`total_…`) it is what this one could give up. A new picture
 * has all its rules kept, a new clip all but its length.
 */
export function fixesFor(
  { code, params }: Pick<InputIssue, 'code' | 'params'>,
  facts: MediaFacts,
  model: Model,
): Fix[] {
  const rule = code.replace(/_in_doubt$/, '')
  if (rule === 'wrong_kind') return otherKind(facts, params.allowed)
  const over = Number(params.found) - Number(params.max)
  const maker = makers[facts.kind][rule]
  return maker ? maker(facts, model, over > 0 ? over : 0) : []
}

/** What a person may make of an item that nothing is wrong with. */
export function freeFixes({ kind, sound }: Pick<MediaFacts, 'kind' | 'sound'>): Fix[] {
  if (kind !== 'video') return []
  return [{ fix: 'frame', at: 0 }, ...(sound ? [{ fix: 'sound' } as const] : [])]
}

type Maker = (facts: MediaFacts, model: Model, over: number) => Fix[]

const each = (rules: readonly string[], maker: Maker) =>
  Object.fromEntries(rules.map((rule) => [rule, maker]))

const bytes = ['bytes_over', 'upload_bytes_over']
const types = ['type_not_taken', 'upload_type_not_taken']
const shape = ['side_out_of_range', 'aspect_out_of_range']
const seconds = ['seconds_out_of_range', 'total_seconds_over']
const frames = ['codec_not_taken', 'pixels_out_of_range', 'fps_out_of_range']

const makers: Record<MediaFacts['kind'], Readonly<Record<string, Maker>>> = {
  image: each([...types, ...bytes, ...shape, 'gif'], picture),
  video: {
    ...each([...types, ...bytes, ...shape, ...frames], clip),
    ...each(seconds, shorter('trim')),
    total_bytes_over: lighter,
  },
  audio: {
    ...each([...types, ...bytes], () => [{ fix: 'convert' }]),
    ...each(seconds, shorter('cut')),
  },
}

function otherKind(facts: MediaFacts, wanted: string | number | undefined): Fix[] {
  const kinds: Partial<Record<Fix['fix'], string>> = { frame: 'image', sound: 'audio' }
  return freeFixes(facts).filter(({ fix }) => kinds[fix] === wanted)
}

function boundsOf({ limits }: Model, kind: MediaFacts['kind'], rule: ItemRule): Bounds {
  const limit = limits[kind].find((one) => one.rule === rule)
  return limit && !('values' in limit) ? limit : {}
}

function sizeFor(facts: MediaFacts, model: Model, step: 1 | 2) {
  const { width, height, kind } = facts
  if (width === null || height === null) return null
  return fitSize(
    { width, height },
    {
      side: boundsOf(model, kind, 'side_out_of_range'),
      aspect: boundsOf(model, kind, 'aspect_out_of_range'),
      pixels: boundsOf(model, kind, 'pixels_out_of_range'),
    },
    step,
  )
}

function picture(facts: MediaFacts, model: Model): Fix[] {
  const size = sizeFor(facts, model, 1)
  if (size === null) return []
  const { width, height, padded } = size
  if (padded) return [{ fix: 'pad', width, height }]
  const same = width === facts.width && height === facts.height
  return [same ? { fix: 'convert' } : { fix: 'resize', width, height }]
}

function clip(facts: MediaFacts, model: Model): Extract<Fix, { fix: 'reencode' }>[] {
  const size = sizeFor(facts, model, 2)
  if (size === null) return []
  const { width, height } = size
  const same = width === facts.width && height === facts.height
  const fps = Math.round(facts.fps ?? 0)
  const { min = fps, max = fps } = boundsOf(model, 'video', 'fps_out_of_range')
  const rate = Math.min(Math.max(fps, min), max)
  const most = Math.min(
    ...[...model.limits.video, ...uploadLimits.video].map((limit) =>
      /^(upload_)?bytes_over$/.test(limit.rule) && 'max' in limit && limit.max !== undefined
        ? limit.max * bytesPerMb
        : Infinity,
    ),
  )
  return [
    {
      fix: 'reencode',
      ...(same ? {} : { width, height }),
      ...(rate === fps ? {} : { fps: rate }),
      ...(facts.bytes > most ? { max_bytes: most } : {}),
    },
  ]
}

/** Gives up what is over, as long as a clip worth having is left. */
function lighter(facts: MediaFacts, model: Model, over: number): Fix[] {
  const room = Math.floor(facts.bytes - over * bytesPerMb)
  return room < leastBytes ? [] : clip(facts, model).map((fix) => ({ ...fix, max_bytes: room }))
}

/** From the beginning, as much as is taken; a thing that is too short cannot be mended. */
function shorter(fix: 'trim' | 'cut'): Maker {
  return ({ duration, kind }, model, over) => {
    const { min = 0 } = boundsOf(model, kind, 'seconds_out_of_range')
    const end = Math.floor(((duration ?? 0) - over) * 100) / 100
    return over > 0 && end >= min ? [{ fix, start: 0, end }] : []
  }
}
