import 'server-only'
import type { Member } from '@/lib/models/member'
import type { Lineage, Relative } from '@/lib/schemas/lineage'
import type { Context } from '@/lib/server/context'
import { getTask } from '@/lib/server/tasks/service'
import { ledTo, madeFrom, type RelativeRow } from './store'

/** From which clips a task was made, and to which tasks its own clip led. Throws `not_found`. */
export async function lineageOf(context: Context, member: Member, id: string): Promise<Lineage> {
  await getTask(context, member, id)
  const [from, to] = await Promise.all([
    madeFrom(context.db, member, id),
    ledTo(context.db, member, id),
  ])
  return { made_from: from.map(toRelative), led_to: to.map(toRelative) }
}

function toRelative(row: RelativeRow): Relative {
  return {
    id: row.id,
    name: row.title ?? row.prompt,
    status: row.status,
    author: { id: row.authorId, name: row.authorName },
    created_at: row.createdAt.toISOString(),
    how: row.how,
    poster_url: row.hasPoster ? `/api/tasks/${row.id}/poster` : null,
    duration: row.duration,
  }
}
