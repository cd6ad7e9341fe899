import { roomFor, type Model } from './capabilities'
import type { Draft, DraftInput, ParkedItem, ParkReason } from './draft'
import { promptLength } from './judge-input'
import { shelfOf } from './park'
import { mediaFields, type MediaField } from './task-input'

export const changeCodes = [
  'mode_to_text',
  'mode_to_frames',
  'mode_to_references',
  'images_not_taken',
  'images_need_assets',
  'images_need_links',
  'images_over_limit',
  'images_restored',
  'clips_not_taken',
  'clips_need_assets',
  'clips_need_links',
  'clips_over_limit',
  'clips_restored',
  'sounds_not_taken',
  'sounds_need_assets',
  'sounds_need_links',
  'sounds_over_limit',
  'sounds_alone',
  'sounds_restored',
  'frames_not_taken',
  'frames_need_assets',
  'frames_need_links',
  'frames_need_both',
  'frames_restored',
  'duration_changed',
  'ratio_changed',
  'resolution_changed',
  'mentions_renumbered',
  'prompt_too_long',
] as const
export type ChangeCode = (typeof changeCodes)[number]

/** One thing a switch did to the draft; `fields` are those it touched. */
export type Change = {
  code: ChangeCode
  fields: readonly (keyof DraftInput | 'mode')[]
  params: Record<string, string | number>
}

const nouns = {
  images: 'images',
  reference_videos: 'clips',
  reference_audios: 'sounds',
  first_image: 'frames',
  last_image: 'frames',
} as const satisfies Record<MediaField, string>

/** What a switch to `model` did, in the order a reader wants it. `aside` says why material went. */
export function changesBetween(
  before: Draft,
  after: Draft,
  model: Model,
  aside: { readonly [Field in MediaField]: readonly ParkedItem[] },
): Change[] {
  const changes = materialChanges(before, after, model, aside)
  if (before.mode !== after.mode) {
    changes.push({ code: `mode_to_${after.mode}`, fields: ['mode'], params: {} })
  }
  for (const field of ['duration', 'ratio', 'resolution'] as const) {
    const from = before.input[field]
    const to = after.input[field]
    if (Object.is(from, to) || from === undefined || to === undefined) continue
    changes.push({ code: `${field}_changed`, fields: [field], params: { from, to } })
  }
  if (before.input.prompt !== after.input.prompt) {
    changes.push({ code: 'mentions_renumbered', fields: ['prompt'], params: {} })
  }
  const found = promptLength(after.input.prompt)
  if (model.prompt.max > 0 && found > model.prompt.max) {
    changes.push({ code: 'prompt_too_long', fields: [], params: { found, max: model.prompt.max } })
  }
  return changes
}

function materialChanges(
  before: Draft,
  after: Draft,
  model: Model,
  aside: { readonly [Field in MediaField]: readonly ParkedItem[] },
): Change[] {
  const old = shelfOf(before.input)
  const now = shelfOf(after.input)
  const byCode = new Map<ChangeCode, Change>()
  const count = (field: MediaField, what: ParkReason | 'restored') => {
    const noun = nouns[field]
    const code = changeCodes.find((known) => known === `${noun}_${what}`) ?? `${noun}_not_taken`
    const known = byCode.get(code)
    byCode.set(code, {
      code,
      fields: [...new Set([...(known?.fields ?? []), field])],
      params: {
        count: Number(known?.params.count ?? 0) + 1,
        ...(what === 'over_limit' ? { max: roomFor(model, field) } : {}),
      },
    })
  }
  for (const field of mediaFields) {
    for (const reference of without(old[field], now[field])) {
      const item = aside[field].find((candidate) => candidate.reference === reference)
      count(field, item?.reason ?? 'not_taken')
    }
    without(now[field], old[field]).forEach(() => count(field, 'restored'))
  }
  return [...byCode.values()]
}

/** What is in `items` more often than in `others`. */
function without(items: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return items.filter((item) => {
    const index = left.indexOf(item)
    if (index !== -1) left.splice(index, 1)
    return index === -1
  })
}
