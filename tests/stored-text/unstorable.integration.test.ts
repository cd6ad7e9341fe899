import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTeamApp, type Caller, type TeamApp } from '../members'

let app: TeamApp
let admin: Caller
let task: string

const create = (prompt: string) =>
  admin.request('POST', '/api/tasks', {
    headers: { 'idempotency-key': crypto.randomUUID() },
    body: { model: 'seedance2.0-mini', prompt },
  })

beforeAll(async () => {
  app = await createTeamApp()
  admin = await app.as('admin')
  const made = (await (await create('A clip')).json()) as { id: string }
  task = made.id
})

afterAll(() => app.close())

/** No text in PostgreSQL has a NUL, and no JSON there half a character. */
it.each([
  ['a NUL', 'a\0b'],
  ['half a character', 'a\ud800b'],
])('%s is refused or mended in every field, never an error of ours', async (_, text) => {
  const change = (path: string, body: object) => admin.request('PATCH', path, { body })
  const add = (path: string, body: object) => admin.request('POST', path, { body })
  const answers = [
    create(text),
    change(`/api/tasks/${task}`, { title: text }),
    change(`/api/tasks/${task}`, { tags: [text] }),
    add(`/api/tasks/${task}/notes`, { text, start: 1 }),
    add(`/api/tasks/${task}/shares`, { caption: text }),
    add('/api/collections', { name: text }),
    add('/api/invitations', { role: 'viewer', name: text }),
    change(`/api/members/${admin.member.id}`, { name: text }),
  ]
  const codes = (await Promise.all(answers)).map(({ status }) => status)
  expect(codes.filter((code) => code >= 500)).toEqual([])
})
