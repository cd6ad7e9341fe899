import { isSpent } from '@/lib/models/asset-status'
import { fieldsOf, getModel, modeOf, needsApproval, type Model } from '@/lib/models/capabilities'
import { kindOfField, type MentionKind } from '@/lib/models/mentions'
import { isFrame, mediaFields, type TaskInput } from '@/lib/models/task-input'
import type { Asset } from '@/lib/schemas/asset'
import type { Media } from '@/lib/schemas/media'

/** What came of an item's review where the model insists on approval, unless it is good or still open. */
export function assetRefusal(media: Media, model: Model): Asset | null {
  const { library } = model.references
  if (library === null || !needsApproval(model)) return null
  const asset = media.assets[library]
  return asset !== null && isSpent(asset.status) ? asset : null
}

/** An item by its place in the input. */
export type NamedItem = { path: string; kind: MentionKind; number: number | null }

/** How far the material of an input is from being approved, for a model that insists on it. */
export type Approval = {
  /** In review now. */
  waits: readonly NamedItem[]
  /** Never handed in: that happens with the press of Generate. */
  submits: readonly NamedItem[]
  /** Ended badly; with these nothing is sent. */
  refused: readonly NamedItem[]
}

/** null where everything is approved, or needs no approval. */
export function approvalOf(
  input: Partial<TaskInput>,
  knownMedia: (reference: string) => Media | undefined,
): Approval | null {
  const model = getModel(input.model ?? '')
  const { library = null } = model?.references ?? {}
  if (model === undefined || library === null || !needsApproval(model)) return null
  const waits: NamedItem[] = []
  const submits: NamedItem[] = []
  const refused: NamedItem[] = []
  const offered = fieldsOf(model, modeOf(input))
  for (const field of mediaFields) {
    if (!offered.includes(field)) continue
    const value = input[field] ?? []
    const references = typeof value === 'string' ? [value] : value
    for (const [at, reference] of references.entries()) {
      const media = knownMedia(reference)
      const status = media?.assets[library]?.status
      if (media === undefined || status === 'active') continue
      const item: NamedItem = isFrame(field)
        ? { path: field, kind: 'image', number: null }
        : { path: `${field}.${at}`, kind: kindOfField[field], number: at + 1 }
      if (status === undefined) submits.push(item)
      else (isSpent(status) ? refused : waits).push(item)
    }
  }
  return waits.length + submits.length + refused.length > 0 ? { waits, submits, refused } : null
}
