import { collectionNameSchema, collectionSchema } from '@/lib/schemas/collection'
import { changeCollection, removeCollection } from '@/lib/server/collections/service'
import { handler, json, parse, readJson } from '@/lib/server/http'

type Params = { id: string }

export const PATCH = handler<Params>('creator', async ({ context, member, request, params }) => {
  const { name } = parse(collectionNameSchema, await readJson(request))
  return json(collectionSchema, await changeCollection(context, member, params.id, name))
})

export const DELETE = handler<Params>('creator', async ({ context, member, params }) => {
  await removeCollection(context, member, params.id)
  return new Response(null, { status: 204 })
})
