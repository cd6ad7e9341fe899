import 'server-only'
import { mayChange } from '@/lib/models/access'
import type { Member } from '@/lib/models/member'
import type { ManyTasksChanged, ManyTasksPatch } from '@/lib/schemas/gallery'
import type { Context } from '@/lib/server/context'
import { editTasks, findStanding, setFavourites } from './store'

/** As many as `PATCH /api/tasks/:id` allows. */
const mostTags = 20

/**
 * The same change to many tasks, in one step: each is changed wholly or refused. Favourites are
 * everybody's own; the rest is for those who may change the task.
 */
export async function changeTasks(
  context: Context,
  member: Member,
  { ids, change }: ManyTasksPatch,
): Promise<ManyTasksChanged> {
  const { favourite, hidden, visibility, add_tags = [], remove_tags = [] } = change
  const edits = hidden !== undefined || visibility !== undefined
  const tags = add_tags.length > 0 || remove_tags.length > 0
  const standing = await findStanding(context.db, member, ids)
  const open = standing.filter((task) => {
    if (!edits && !tags) return true
    const kept = task.tags.filter((tag) => !remove_tags.includes(tag))
    return mayChange(member, task) && new Set([...kept, ...add_tags]).size <= mostTags
  })
  const changed = open.map(({ id }) => id)
  if (edits || tags) {
    const hiddenAt = hidden === undefined ? undefined : hidden ? context.clock.now() : null
    await editTasks(context.db, changed, { hiddenAt, visibility, add_tags, remove_tags })
  }
  if (favourite !== undefined) await setFavourites(context.db, member.id, changed, favourite)
  const known = new Set(changed)
  return { changed, refused: [...new Set(ids)].filter((id) => !known.has(id)) }
}
