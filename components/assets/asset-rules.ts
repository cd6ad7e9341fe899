import { models, roomFor, type Model } from '@/lib/models/capabilities'
import { Complaints } from '@/lib/models/complaints'
import { fixesFor, type Fix } from '@/lib/models/fixes'
import type { InputIssue } from '@/lib/models/input-issue'
import { judgeMedia } from '@/lib/models/judge-media'
import { fieldOf } from '@/lib/models/mentions'
import type { Settings } from '@/lib/models/settings'
import type { AssetLibrary } from '@/lib/schemas/asset'
import type { Media, MediaKind } from '@/lib/schemas/media'

/** A rule that an item breaks, and what would mend it. */
export type RuleBreak = Pick<InputIssue, 'code' | 'params'> & { fix: Fix | null }

/** A line whose models use a library stands for what that library takes. */
function modelOf(library: AssetLibrary, kind: MediaKind): Model | undefined {
  return models.find(
    (model) => model.references.library === library && roomFor(model, fieldOf[kind]) > 0,
  )
}

/** The first rule of a library's models that an item breaks by itself, known before it is submitted. */
export function brokenRule(
  media: Media,
  library: AssetLibrary,
  settings: Settings,
): RuleBreak | null {
  const model = modelOf(library, media.kind)
  if (model === undefined) return null
  const field = fieldOf[media.kind]
  const say = new Complaints(model.id)
  judgeMedia({ [field]: [media.reference] }, model, () => media, settings, say)
  const issue = say.issues.find((each) => each.field === `${field}.0`)
  if (issue === undefined) return null
  return { code: issue.code, params: issue.params, fix: fixesFor(issue, media, model)[0] ?? null }
}
