import {
  collectionListSchema,
  collectionNameSchema,
  collectionSchema,
} from '@/lib/schemas/collection'
import { createCollection, listCollections } from '@/lib/server/collections/service'
import { handler, json, parse, readJson } from '@/lib/server/http'

export const GET = handler('viewer', async ({ context, member }) => {
  return json(collectionListSchema, { data: await listCollections(context, member) })
})

export const POST = handler('creator', async ({ context, member, request }) => {
  const { name } = parse(collectionNameSchema, await readJson(request))
  return json(collectionSchema, await createCollection(context, member, name), { status: 201 })
})
