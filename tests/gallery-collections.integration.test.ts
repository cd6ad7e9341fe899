import { beforeAll, describe, expect, it } from 'vitest'
import { collectionListSchema, collectionSchema, type Collection } from '@/lib/schemas/collection'
import { tileListSchema } from '@/lib/schemas/gallery'
import { insertClips } from './gallery-clips'
import type { Caller } from './members'
import { teamOfThree } from './team-of-three'

const team = teamOfThree()
let another: Caller
let shared: string
let secret: string

beforeAll(async () => {
  another = await team.app.join('creator', 'another')
  ;[shared, secret] = (await insertClips(team.app, [
    { at: '2026-01-01T00:00:00Z', authorId: team.creator.member.id },
    { at: '2026-01-02T00:00:00Z', authorId: team.creator.member.id, visibility: 'private' },
  ])) as [string, string]
})

const make = async (who: Caller, name: string): Promise<Collection> => {
  const response = await who.request('POST', '/api/collections', { body: { name } })
  expect(response.status).toBe(201)
  return collectionSchema.parse(await response.json())
}
const fill = (who: Caller, id: string, body: { add?: string[]; remove?: string[] }) =>
  who.request('POST', `/api/collections/${id}/tasks`, { body })
const found = async (who: Caller, id: string) => {
  const response = await who.request('GET', '/api/collections')
  const { data } = collectionListSchema.parse(await response.json())
  return data.find((one) => one.id === id)
}

describe('collections', () => {
  it('are made by creators, and seen by everybody with what each may see of them', async () => {
    const { id, author, count, mine } = await make(team.creator, '  Launch film ')
    expect({ author, count, mine }).toEqual({
      author: { id: team.creator.member.id, name: team.creator.member.name },
      count: 0,
      mine: true,
    })
    await fill(team.creator, id, { add: [shared, secret] })
    expect(await found(team.viewer, id)).toMatchObject({
      name: 'Launch film',
      count: 1,
      mine: false,
    })
    expect(await found(team.creator, id)).toMatchObject({ count: 2 })
    expect(await found(team.admin, id)).toMatchObject({ count: 2, mine: true })
    const tiles = await team.viewer.request('GET', `/api/gallery?collection=${id}`)
    expect(tileListSchema.parse(await tiles.json()).data.map((tile) => tile.id)).toEqual([shared])
  })

  it('are filled by any creator, with what they see, once', async () => {
    const { id } = await make(team.creator, 'Filled')
    const first = await fill(another, id, { add: [shared, shared, secret, crypto.randomUUID()] })
    expect(collectionSchema.parse(await first.json()).count).toBe(1)
    await fill(another, id, { add: [shared] })
    expect(await found(team.creator, id)).toMatchObject({ count: 1 })
    await fill(team.creator, id, { add: [secret] })
    await fill(another, id, { remove: [shared, secret] })
    expect(await found(team.creator, id)).toMatchObject({ count: 1 })
  })

  it('are renamed and deleted by whoever made them, and by admins', async () => {
    const { id } = await make(team.creator, 'Own')
    const path = `/api/collections/${id}`
    for (const [who, status] of [
      [team.viewer, 403],
      [another, 403],
      [team.creator, 200],
      [team.admin, 200],
    ] as const) {
      const renamed = await who.request('PATCH', path, { body: { name: who.member.name } })
      expect(renamed.status).toBe(status)
    }
    expect(await found(team.viewer, id)).toMatchObject({ name: team.admin.member.name })
    expect((await another.request('DELETE', path)).status).toBe(403)
    await fill(team.creator, id, { add: [shared] })
    expect((await team.creator.request('DELETE', path)).status).toBe(204)
    expect((await team.creator.request('DELETE', path)).status).toBe(404)
    expect(await team.app.context.db.task.count({ where: { id: shared } })).toBe(1)
  })

  it.each([
    ['POST', '/api/collections', { name: 'x' }, 403],
    ['POST', '/api/collections/ID/tasks', { add: [] }, 403],
  ])('a viewer may not %s %s', async (method, path, body, status) => {
    const { id } = await make(team.creator, 'Looked at')
    const response = await team.viewer.request(method, path.replace('ID', id), { body })
    expect(response.status).toBe(status)
  })

  it.each([
    ['POST', '/api/collections', { name: ' ' }, 422],
    ['POST', '/api/collections', { name: 'x'.repeat(81) }, 422],
    ['POST', '/api/collections', { name: 'a\0b' }, 422],
    ['PATCH', '/api/collections/x', { name: 'x' }, 404],
    ['POST', `/api/collections/${crypto.randomUUID()}/tasks`, { add: [] }, 404],
  ])('%s %s with %j answers %i', async (method, path, body, status) => {
    expect((await team.creator.request(method, path, { body })).status).toBe(status)
  })
})
