import { takesScheme, type Model } from '@/lib/models/capabilities'
import type { DraftInput } from '@/lib/models/draft'
import { fieldOf } from '@/lib/models/mentions'
import { readReference } from '@/lib/models/reference'
import type { ReferenceKind } from './reference-kinds'
import type { NewReference } from '@/lib/client/attach-references'

type Complaint = { code: string; params: Record<string, string | number> }

const notTaken: Record<ReferenceKind, string> = {
  image: 'too_many_images',
  video: 'clips_not_taken',
  audio: 'sounds_not_taken',
}

const tooMany: Record<ReferenceKind, string> = {
  image: 'too_many_images',
  video: 'too_many_clips',
  audio: 'too_many_sounds',
}

/**
 * Judges references before they are attached: whether the model takes such a link at all, and
 * whether there is still room. Inferred limits count too: they are what the tray offers room for.
 * A frame takes one (`single`), whatever is there; a link that is brought in (`keep`) is none any more.
 */
export function judgeNew(
  found: readonly NewReference[],
  values: DraftInput,
  model: Model,
  { single = false, keep = false }: { single?: boolean; keep?: boolean } = {},
): (NewReference & { complaint: Complaint | null })[] {
  const taken: Record<ReferenceKind, number> = {
    image: values.images.length,
    video: values.reference_videos.length,
    audio: values.reference_audios.length,
  }
  return found.map((candidate) => {
    const fault =
      faultOf(candidate, model, keep) ?? (single ? null : roomFault(candidate, taken, model))
    if (fault === null) taken[candidate.kind] += 1
    return { ...candidate, complaint: fault }
  })
}

function faultOf({ reference }: NewReference, model: Model, keep: boolean): Complaint | null {
  const params = { model: model.id }
  const read = readReference(reference)
  if ('fault' in read) return { code: read.fault, params }
  if (takesScheme(model, read.scheme) || (keep && read.scheme === 'https')) return null
  return { code: read.scheme === 'asset' ? 'asset_not_taken' : 'link_not_taken', params }
}

function roomFault(
  { kind }: NewReference,
  taken: Readonly<Record<ReferenceKind, number>>,
  model: Model,
): Complaint | null {
  const { max } = model[fieldOf[kind]]
  if (taken[kind] < max) return null
  const code = max === 0 ? notTaken[kind] : tooMany[kind]
  return { code, params: { model: model.id, max, found: taken[kind] + 1 } }
}
