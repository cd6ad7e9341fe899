import { modeOf, takesScheme, type Model } from './capabilities'
import { extensionOf, looksLikeImage, readReference } from './reference'
import type { Complaints } from './complaints'
import type { FactsOf } from './media-facts'
import type { Evidence, Fact } from './model'
import { frameFields, listFields, type TaskInput } from './task-input'

type Material = Partial<TaskInput>

/** Counts, combinations and references (protocol §2.2 X1–X17). */
export function judgeMaterial(
  input: Material,
  model: Model,
  factsOf: FactsOf,
  say: Complaints,
): void {
  judgeCounts(input, model, say)
  judgeFrames(input, model, say)
  judgeSounds(input, model, say)
  judgeReferences(input, model, say)
  judgeClips(input.reference_videos ?? [], model.reference_videos.images, say)
  judgeDoubts(input, model, factsOf, say)
}

/** How sure the table is that something does not work; null where it works. */
function objection([value, by]: Fact<boolean | null>): Evidence | null {
  return value === true ? null : by
}

function judgeCounts(input: Material, model: Model, say: Complaints) {
  const { images, reference_videos: clips, reference_audios: sounds } = model
  const counted = images.counts_frames ? frameFields.filter((field) => input[field]).length : 0
  const found = (input.images?.length ?? 0) + counted
  if (found > images.max) {
    say.grade('images', 'too_many_images', images.by, { max: images.max, found })
  }
  const clipCount = input.reference_videos?.length ?? 0
  if (clipCount > 0 && clips.max === 0) say.refuse('reference_videos', 'clips_not_taken')
  else if (clipCount > clips.max) {
    const params = { max: clips.max, found: clipCount }
    say.grade('reference_videos', 'too_many_clips', clips.by, params)
  }
  const soundCount = input.reference_audios?.length ?? 0
  if (soundCount > 0 && sounds.max === 0) say.refuse('reference_audios', 'sounds_not_taken')
  else if (soundCount > sounds.max) {
    const params = { max: sounds.max, found: soundCount }
    say.grade('reference_audios', 'too_many_sounds', sounds.by, params)
  }
}

/** X1, X2, X14 and what the sources say about one frame alone. */
function judgeFrames(input: Material, { frames, reference_videos }: Model, say: Complaints) {
  const { first_image: first, last_image: last } = input
  if (first === undefined && last === undefined) return
  if (input.images !== undefined) say.refuse('images', 'images_with_frames')
  if (last === undefined) {
    const by = objection(frames.first_alone)
    if (by !== null) say.grade('last_image', 'last_frame_missing', by)
  }
  if (first === undefined) {
    const by = objection(frames.last_alone)
    if (by !== null) say.grade('first_image', 'first_frame_missing', by)
  }
  const by = objection(frames.with_clips)
  if (input.reference_videos !== undefined && reference_videos.max > 0 && by !== null) {
    say.grade('reference_videos', 'clips_with_frames', by)
  }
}

/** X3, X4, X14. A model without sound has said so already. */
function judgeSounds(input: Material, { frames, reference_audios }: Model, say: Complaints) {
  if (input.reference_audios === undefined || reference_audios.max === 0) return
  if (modeOf(input) === 'frames') {
    const by = objection(frames.with_sounds)
    if (by !== null) say.grade('reference_audios', 'sounds_with_frames', by)
  } else if (input.images === undefined && input.reference_videos === undefined) {
    const by = objection(reference_audios.alone)
    if (by !== null) say.grade('reference_audios', 'sounds_alone', by)
  }
}

/** X9–X11 and X13, each on its own item. */
function judgeReferences(input: Material, model: Model, say: Complaints) {
  const judgeOne = (reference: string, field: string) => {
    const read = readReference(reference)
    if ('fault' in read) return say.refuse(field, read.fault)
    if (takesScheme(model, read.scheme)) return
    const code = read.scheme === 'asset' ? 'asset_not_taken' : 'link_not_taken'
    say.grade(field, code, model.references.by)
  }
  for (const field of frameFields) {
    const reference = input[field]
    if (reference !== undefined) judgeOne(reference, field)
  }
  for (const field of listFields) {
    for (const [index, reference] of (input[field] ?? []).entries()) {
      judgeOne(reference, `${field}.${index}`)
      const first = input[field]?.indexOf(reference) ?? index
      if (first < index) {
        say.warn(`${field}.${index}`, 'listed_twice', { place: index + 1, first: first + 1 })
      }
    }
  }
}

/** X13: stated for STD alone, and never right. */
function judgeClips(clips: readonly string[], [, by]: Fact<false>, say: Complaints) {
  for (const [index, clip] of clips.entries()) {
    if (looksLikeImage(clip)) say.grade(`reference_videos.${index}`, 'image_among_clips', by)
  }
}

function judgeDoubts(input: Material, { doubts }: Model, factsOf: FactsOf, say: Complaints) {
  const isGif = (reference: string) =>
    extensionOf(reference) === 'gif' || factsOf(reference)?.type === 'image/gif'
  for (const { about } of doubts) {
    if (about === 'clips' && input.reference_videos !== undefined) {
      say.warn('reference_videos', 'clips_in_doubt')
    }
    if (about === 'prompt_only' && modeOf(input) === 'text') {
      say.warn('prompt', 'prompt_only_in_doubt')
    }
    if (about === 'gif') {
      for (const field of frameFields) {
        if (isGif(input[field] ?? '')) say.warn(field, 'gif_in_doubt')
      }
      for (const [index, image] of (input.images ?? []).entries()) {
        if (isGif(image)) say.warn(`images.${index}`, 'gif_in_doubt')
      }
    }
  }
}
