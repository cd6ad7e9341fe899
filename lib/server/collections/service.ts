import 'server-only'
import { AppError } from '@/lib/errors'
import { mayChange } from '@/lib/models/access'
import type { Member } from '@/lib/models/member'
import type { Collection, CollectionTasks } from '@/lib/schemas/collection'
import type { Context } from '@/lib/server/context'
import { isUuid } from '@/lib/server/uuid'
import {
  changeContents,
  deleteCollection,
  findCollection,
  findCollections,
  insertCollection,
  renameCollection,
  type CollectionRow,
  type CollectionView,
} from './store'

/** The team's collections by name. */
export async function listCollections(context: Context, member: Member): Promise<Collection[]> {
  const rows = await findCollections(context.db, member)
  return rows.map((row) => toCollection(row, member))
}

export async function createCollection(
  context: Context,
  member: Member,
  name: string,
): Promise<Collection> {
  const createdAt = context.clock.now()
  return view(
    context,
    member,
    await insertCollection(context.db, { name, authorId: member.id, createdAt }),
  )
}

/** Throws `not_found`, `forbidden`. */
export async function changeCollection(
  context: Context,
  member: Member,
  id: string,
  name: string,
): Promise<Collection> {
  await getOwn(context, member, id)
  await renameCollection(context.db, id, name)
  return view(context, member, id)
}

/** The clips in it stay where they are. Throws `not_found`, `forbidden`. */
export async function removeCollection(
  context: Context,
  member: Member,
  id: string,
): Promise<void> {
  await getOwn(context, member, id)
  await deleteCollection(context.db, id)
}

/** Any creator fills any collection with what they see. Throws `not_found`. */
export async function changeCollectionTasks(
  context: Context,
  member: Member,
  id: string,
  { add, remove }: CollectionTasks,
): Promise<Collection> {
  await get(context, id)
  await changeContents(context.db, member, id, { add, remove, now: context.clock.now() })
  return view(context, member, id)
}

async function get(context: Context, id: string): Promise<CollectionRow> {
  const row = isUuid(id) ? await findCollection(context.db, id) : null
  if (!row) throw new AppError('not_found', 'There is no such collection.')
  return row
}

async function getOwn(context: Context, member: Member, id: string): Promise<void> {
  if (mayChange(member, await get(context, id))) return
  throw new AppError('forbidden', 'This collection is somebody else’s.')
}

async function view(context: Context, member: Member, id: string): Promise<Collection> {
  const [row] = await findCollections(context.db, member, id)
  if (!row) throw new AppError('not_found', 'There is no such collection.')
  return toCollection(row, member)
}

function toCollection(row: CollectionView, member: Member): Collection {
  return {
    id: row.id,
    name: row.name,
    author: { id: row.authorId, name: row.author },
    created_at: row.createdAt.toISOString(),
    count: row.count,
    mine: mayChange(member, row),
  }
}
