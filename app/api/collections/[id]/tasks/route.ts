import { collectionSchema, collectionTasksSchema } from '@/lib/schemas/collection'
import { changeCollectionTasks } from '@/lib/server/collections/service'
import { handler, json, parse, readJson } from '@/lib/server/http'

type Params = { id: string }

/** Puts clips into the collection and takes others out; returns it as it is then. */
export const POST = handler<Params>('creator', async ({ context, member, request, params }) => {
  const change = parse(collectionTasksSchema, await readJson(request))
  return json(collectionSchema, await changeCollectionTasks(context, member, params.id, change))
})
