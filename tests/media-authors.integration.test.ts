import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createThings } from './access-things'
import { complaint, item, list, png, post, upload } from './media-api'
import { createTeamApp, type Caller, type TeamApp } from './members'

let app: TeamApp
let ada: Caller
let grace: Caller

beforeAll(async () => {
  app = await createTeamApp()
  ada = await app.join('creator', 'Ada')
  grace = await app.join('creator', 'Grace')
})
afterAll(() => app.close())

const as = ({ request }: Caller): TeamApp => ({ ...app, request })

describe('material of a team', () => {
  it('belongs to whoever brought it first, and is everybody’s to use', async () => {
    const bytes = await png(1)
    const { id, author } = await upload(as(ada), bytes, 'a.png')
    expect(author).toEqual({ id: ada.member.id, name: 'Ada' })
    const again = await post(as(grace), bytes, 'b.png')
    expect(again.status).toBe(200)
    expect(await item(again)).toMatchObject({ id, author: { name: 'Ada' } })
    expect((await list(as(grace), '')).map((one) => one.id)).toContain(id)
  })

  it('and what is made of it belongs to whoever makes it', async () => {
    const { id } = await upload(as(ada), await png(2, 64, 48), 'a.png')
    const fix = { fix: 'resize', width: 32, height: 24 }
    const made = await grace.request('POST', `/api/media/${id}/fix`, { body: fix })
    expect(await item(made)).toMatchObject({
      author: { name: 'Grace' },
      made_from: { media: id },
    })
  })

  it('is deleted by its author and by admins', async () => {
    const { id } = await upload(as(ada), await png(3), 'a.png')
    expect((await grace.request('DELETE', `/api/media/${id}`)).status).toBe(403)
    expect((await ada.request('DELETE', `/api/media/${id}`)).status).toBe(204)
    const other = await upload(as(ada), await png(4), 'b.png')
    const admin = await app.as('admin')
    expect((await admin.request('DELETE', `/api/media/${other.id}`)).status).toBe(204)
  })

  it('does not tell whether there is a private task', async () => {
    const things = createThings(app)
    const hidden = await things.task(ada.member, { visibility: 'private' })
    const from = async (caller: Caller, seed: number, task: string) =>
      post(as(caller), await png(seed), 'f.png', { origin: 'frame', made_from_task: task })
    const refused = await from(grace, 5, hidden)
    expect(refused.status).toBe(422)
    const unknown = await from(grace, 5, crypto.randomUUID())
    expect(await complaint(refused, 'made_from_task')).toEqual(
      await complaint(unknown, 'made_from_task'),
    )
    expect((await from(ada, 5, hidden)).status).toBe(201)
  })
})
