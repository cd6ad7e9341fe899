import fc from 'fast-check'
import type { Draft } from '@/lib/models/draft'
import { mediaReference } from '@/lib/models/reference'
import { settleDraft } from '@/lib/models/settle-draft'
import {
  asset,
  link,
  mediaKinds,
  protocolFacts,
  type MediaKind,
  type ProtocolFacts,
} from './protocol-facts'

/** Every model with what the protocol says of it. */
export const factsOf: ReadonlyMap<string, ProtocolFacts> = new Map(
  protocolFacts.flatMap((facts) => facts.models.map((model) => [model, facts] as const)),
)

/** The nth item of ours of a kind. */
function item(kind: MediaKind, number: number): string {
  const tail = `${mediaKinds.indexOf(kind)}${String(number).padStart(11, '0')}`
  return mediaReference(`0198c0de-0000-7000-8000-${tail}`)
}

function reference(facts: ProtocolFacts, kind: MediaKind): fc.Arbitrary<string> {
  const number = fc.integer({ min: 1, max: 99 })
  const kinds = [
    number.map((n) => item(kind, n)),
    ...(facts.links === 'taken' ? [number.map((n) => link(kind, n))] : []),
    ...(facts.assets === 'taken' ? [number.map((n) => asset(kind, n))] : []),
  ]
  return fc.oneof(...kinds)
}

function list(facts: ProtocolFacts, kind: MediaKind, max: number): fc.Arbitrary<string[]> {
  return fc.array(reference(facts, kind), { maxLength: max })
}

const prompt = fc
  .array(
    fc.oneof(
      fc
        .constantFrom('@Image', '@图片', '@Video', '@视频', '@Audio', '@音频')
        .chain((word) => fc.integer({ min: 1, max: 10 }).map((number) => `${word}${number}`)),
      fc.constantFrom('fog', '灯笼', '🏮', ', ', ' walks to '),
    ),
    { maxLength: 12 },
  )
  .map((parts) => `A ${parts.join(' ')}`)

/** Drafts that the form can hold for a model and that the gateway accepts, in each of its modes. */
export function draftOf(model: string): fc.Arbitrary<Draft> {
  const facts = factsOf.get(model)
  if (facts === undefined) throw new Error(`no facts of ${model}`)
  const sounds = facts.sounds[0]
  const frame = reference(facts, 'image')
  const both = fc.record({ first_image: frame, last_image: frame })
  const frames = fc.oneof(
    both,
    ...(facts.firstAlone === 'refused' ? [] : [fc.record({ first_image: frame })]),
    ...(facts.lastAlone === 'refused' ? [] : [fc.record({ last_image: frame })]),
  )
  const framesMode = fc.tuple(
    frames,
    list(facts, 'sound', facts.soundsWithFrames === 'taken' ? sounds : 0),
  )
  const referencesMode = fc
    .record({
      images: list(facts, 'image', facts.images[0]),
      reference_videos: list(facts, 'clip', facts.clips[0]),
      reference_audios: list(facts, 'sound', sounds),
    })
    .filter(
      ({ images, reference_videos, reference_audios }) =>
        facts.soundsAlone !== 'refused' ||
        reference_audios.length === 0 ||
        images.length + reference_videos.length > 0,
    )
  const material = fc.oneof(
    fc.constant({ mode: 'text' as const }),
    framesMode.map(([slots, reference_audios]) => ({
      mode: 'frames' as const,
      ...slots,
      reference_audios,
    })),
    referencesMode.map((lists) => ({ mode: 'references' as const, ...lists })),
  )
  return fc
    .record({
      prompt,
      material,
      duration: fc.integer({ min: facts.seconds[0], max: facts.seconds[1] }),
      ratio: fc.constantFrom(...facts.ratios),
      resolution: fc.constantFrom(...facts.resolutions),
      takes: fc.constantFrom(1, 2, 3, 4),
    })
    .map(({ material: { mode, ...lists }, takes, ...rest }) =>
      settleDraft({ mode, takes, input: { model, ...rest, ...lists } }),
    )
}

/** A draft of five seconds with these values. */
export function draftWith(
  input: Record<string, unknown>,
  rest: Record<string, unknown> = {},
): Draft {
  return settleDraft({ ...rest, input: { prompt: 'A lake', duration: 5, ...input } })
}
