import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { localMember, type Member, type Role } from '@/lib/models/member'
import { noteListSchema, noteSchema, type NewNote, type Note } from '@/lib/schemas/note'
import { addNote, changeNote, listNotes, removeNote } from '@/lib/server/notes/service'
import { createTestApp, type TestApp } from './app'

const input = { model: 'seedance2.0-mini', prompt: 'A lantern over a lake', duration: 4 }

let app: TestApp
let id: string

beforeAll(async () => {
  app = await createTestApp()
  id = (await app.create(input)).id
})
afterAll(() => app.close())

async function member(name: string, role: Role): Promise<Member> {
  const email = `${name}@team.example`
  await app.context.db.user.create({ data: { id: name, name, email, role } })
  return { id: name, name, role }
}

const post = (body: object, task = id) => app.request('POST', `/api/tasks/${task}/notes`, { body })

const posted = async (body: object, task = id): Promise<Note> =>
  z.parse(noteSchema, await (await post(body, task)).json())

const notes = async (task = id): Promise<Note[]> => {
  const response = await app.request('GET', `/api/tasks/${task}/notes`)
  return z.parse(noteListSchema, await response.json()).data
}

describe('notes of a task', () => {
  it('are pinned to a moment or a range, and listed in the order of the clip', async () => {
    const task = await app.create(input)
    const late = await posted({ text: 'Hold this', start: 3.5 }, task.id)
    const range = await posted({ text: '  Trim here  ', start: 1, end: 2.25 }, task.id)
    expect(late).toMatchObject({ author: { id: 'local' }, start: 3.5, end: null, done_at: null })
    expect(range.text).toBe('Trim here')
    expect(await notes(task.id)).toEqual([range, late])
    expect((await app.task(task.id)).notes).toBe(2)
  })

  it.each([
    ['no words', { text: '  ', start: 1 }, 'text'],
    ['a NUL', { text: 'a\0b', start: 1 }, 'text'],
    ['too many words', { text: 'a'.repeat(2001), start: 1 }, 'text'],
    ['no moment', { text: 'Here' }, 'start'],
    ['a moment before the clip', { text: 'Here', start: -1 }, 'start'],
    ['a range that ends where it starts', { text: 'Here', start: 1, end: 1 }, 'end'],
  ])('are refused with %s', async (_, body, field) => {
    const response = await post(body)
    expect(response.status).toBe(422)
    expect(Object.keys((await response.json()).error.fields)).toEqual([field])
  })

  it('are changed, done, undone and deleted', async () => {
    const { id: note } = await posted({ text: 'The tree line boils', start: 2 })
    const patch = async (body: object) =>
      z.parse(noteSchema, await (await app.request('PATCH', `/api/notes/${note}`, { body })).json())
    expect(await patch({ text: 'The tree line flickers' })).toMatchObject({
      text: 'The tree line flickers',
      done_at: null,
    })
    expect((await patch({ done: true })).done_at).not.toBeNull()
    expect((await patch({ done: false })).done_at).toBeNull()
    expect((await app.request('DELETE', `/api/notes/${note}`)).status).toBe(204)
    expect((await app.request('DELETE', `/api/notes/${note}`)).status).toBe(404)
    expect((await notes()).map((one) => one.id)).not.toContain(note)
  })

  it.each(['/api/notes/nothing', `/api/notes/${crypto.randomUUID()}`])(
    'of nowhere answer 404: %s',
    async (path) => {
      expect((await app.request('PATCH', path, { body: { done: true } })).status).toBe(404)
      expect((await app.request('DELETE', path)).status).toBe(404)
    },
  )
})

describe('who may do what with a note', () => {
  let creator: Member
  let viewer: Member
  const note: NewNote = { text: 'Softer light', start: 1 }
  const forbidden = { code: 'forbidden' }

  beforeAll(async () => {
    creator = await member('creator', 'creator')
    viewer = await member('viewer', 'viewer')
  })

  it('a viewer writes, changes and deletes their own', async () => {
    const own = await addNote(app.context, viewer, id, note)
    expect(own.author).toEqual({ id: 'viewer', name: 'viewer' })
    await changeNote(app.context, viewer, own.id, { text: 'Softer', done: true })
    await removeNote(app.context, viewer, own.id)
  })

  it('a viewer leaves those of others alone', async () => {
    const other = await addNote(app.context, creator, id, note)
    for (const change of [{ text: 'Mine now' }, { done: true }]) {
      await expect(changeNote(app.context, viewer, other.id, change)).rejects.toMatchObject(
        forbidden,
      )
    }
    await expect(removeNote(app.context, viewer, other.id)).rejects.toMatchObject(forbidden)
    const kept = await listNotes(app.context, viewer, id)
    expect(kept.find((one) => one.id === other.id)).toMatchObject({ ...note, done_at: null })
  })

  it('a creator ticks off others’ notes, and does not touch their words', async () => {
    const other = await addNote(app.context, viewer, id, note)
    const done = await changeNote(app.context, creator, other.id, { done: true })
    expect(done.done_at).not.toBeNull()
    const change = { text: 'Other words', done: false }
    await expect(changeNote(app.context, creator, other.id, change)).rejects.toMatchObject(
      forbidden,
    )
    await expect(removeNote(app.context, creator, other.id)).rejects.toMatchObject(forbidden)
    await removeNote(app.context, localMember, other.id)
  })

  it('nobody learns of notes on what they may not see', async () => {
    const hidden = await app.create(input)
    const secret = await addNote(app.context, localMember, hidden.id, note)
    const path = `/api/tasks/${hidden.id}`
    await app.request('PATCH', path, { body: { visibility: 'private' } })
    const missing = { code: 'not_found' }
    await expect(listNotes(app.context, creator, hidden.id)).rejects.toMatchObject(missing)
    await expect(addNote(app.context, creator, hidden.id, note)).rejects.toMatchObject(missing)
    await expect(changeNote(app.context, creator, secret.id, { done: true })).rejects.toMatchObject(
      { ...missing, message: 'There is no such note.' },
    )
    await expect(removeNote(app.context, creator, secret.id)).rejects.toMatchObject(missing)
  })
})
