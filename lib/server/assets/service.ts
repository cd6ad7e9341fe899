import 'server-only'
import { AppError, type FieldIssues } from '@/lib/errors'
import type { AssetLibrary } from '@/lib/schemas/asset'
import type { Media } from '@/lib/schemas/media'
import type { Context } from '@/lib/server/context'
import { toMedia } from '@/lib/server/media-items/dto'
import { findMediaByIds } from '@/lib/server/media-items/store'
import { isUuid } from '@/lib/server/uuid'
import { submitAssets } from './store'

export type SubmitRequest = { ids: readonly string[]; library: AssetLibrary; realPerson: boolean }

/**
 * Submits items to a library on a person's word: those that never were, and again those of which
 * nothing came. Those that are active or in review stay as they are. Answers with all of them as
 * they now stand; throws `invalid_input` on each item that cannot be submitted, and submits none.
 */
export async function submitMedia(context: Context, request: SubmitRequest): Promise<Media[]> {
  const { ids, library, realPerson } = request
  const { db, clock } = context
  const known = await findMediaByIds(db, ids.filter(isUuid))
  const fields: FieldIssues = {}
  for (const [index, id] of ids.entries()) {
    const item = known.find((one) => one.id === id)
    const complaint = item
      ? realPerson && (library !== 'sp' || item.kind !== 'image')
        ? notAPortrait
        : null
      : unknown
    if (complaint) fields[`media.${index}`] = [complaint]
  }
  if (Object.keys(fields).length > 0) {
    throw new AppError('invalid_input', 'Some items cannot be submitted.', { fields })
  }
  const mediaIds = known.map(({ id }) => id)
  await submitAssets(db, { mediaIds, library, realPerson, now: clock.now() })
  return (await findMediaByIds(db, mediaIds)).map(toMedia)
}

const unknown = { code: 'media_unknown', message: 'There is no such item.' }
const notAPortrait = {
  code: 'not_a_portrait',
  message: 'Only pictures go through the whitelist of real persons, and only on SP.',
}
