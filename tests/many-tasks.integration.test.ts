import { beforeEach, describe, expect, it } from 'vitest'
import { manyTasksChangedSchema } from '@/lib/schemas/gallery'
import { taskSchema } from '@/lib/schemas/task'
import { insertClips } from './gallery-clips'
import type { Caller } from './members'
import { teamOfThree } from './team-of-three'

const team = teamOfThree()
let mine: string
let theirs: string
let secret: string
const unknown = crypto.randomUUID()

beforeEach(async () => {
  const [at, admins] = ['2026-01-01T00:00:00Z', team.admin.member.id]
  ;[mine, theirs, secret] = (await insertClips(team.app, [
    { at, authorId: team.creator.member.id },
    { at, authorId: admins },
    { at, authorId: admins, visibility: 'private' },
  ])) as [string, string, string]
})

async function change(who: Caller, change: object, ids = [mine, theirs, secret, unknown]) {
  const response = await who.request('PATCH', '/api/tasks', { body: { ids, change } })
  if (!response.ok) return response.status
  const { changed, refused } = manyTasksChangedSchema.parse(await response.json())
  return { changed: changed.sort(), refused: refused.sort() }
}
const task = async (who: Caller, id: string) =>
  taskSchema.parse(await (await who.request('GET', `/api/tasks/${id}`)).json())
const sorted = (...ids: string[]) => ids.sort()

describe('PATCH /api/tasks', () => {
  it('marks favourites of whoever asks, of all that they see', async () => {
    expect(await change(team.viewer, { favourite: true })).toEqual({
      changed: sorted(mine, theirs),
      refused: sorted(secret, unknown),
    })
    expect((await task(team.viewer, mine)).favourite).toBe(true)
    expect((await task(team.creator, mine)).favourite).toBe(false)
    await change(team.viewer, { favourite: true })
    await change(team.viewer, { favourite: false }, [mine])
    expect((await task(team.viewer, mine)).favourite).toBe(false)
    expect((await task(team.viewer, theirs)).favourite).toBe(true)
  })

  it.each([
    { hidden: true },
    { visibility: 'private' },
    { add_tags: ['a'] },
    { remove_tags: ['a'] },
  ])('changes only what is one’s own: %j', async (what) => {
    expect(await change(team.creator, what)).toEqual({
      changed: [mine],
      refused: sorted(theirs, secret, unknown),
    })
    expect(await change(team.viewer, what)).toMatchObject({ changed: [] })
    expect(await change(team.admin, what)).toEqual({
      changed: sorted(mine, theirs, secret),
      refused: [unknown],
    })
  })

  it('hides and brings back', async () => {
    await change(team.creator, { hidden: true })
    expect((await task(team.creator, mine)).hidden).toBe(true)
    await change(team.creator, { hidden: false })
    expect((await task(team.creator, mine)).hidden).toBe(false)
  })

  it('adds and removes tags, and leaves the others', async () => {
    await change(team.admin, { add_tags: ['Hero ', 'draft'] })
    await change(team.admin, { add_tags: ['final', 'hero'], remove_tags: ['draft'] }, [mine])
    expect((await task(team.admin, mine)).tags).toEqual(['final', 'hero'])
    expect((await task(team.admin, theirs)).tags).toEqual(['draft', 'hero'])
  })

  it('refuses a task that would have more than twenty tags, and changes nothing of it', async () => {
    const many = Array.from({ length: 20 }, (_, index) => `tag ${index}`)
    await change(team.creator, { add_tags: many }, [mine])
    expect(await change(team.creator, { add_tags: ['one more'], hidden: true }, [mine])).toEqual({
      changed: [],
      refused: [mine],
    })
    expect(await task(team.creator, mine)).toMatchObject({ hidden: false })
    const swap = { add_tags: ['one more'], remove_tags: ['tag 0'] }
    expect(await change(team.creator, swap, [mine])).toMatchObject({ changed: [mine] })
  })

  it.each([
    [{ title: 'x' }, [unknown]],
    [{ add_tags: ['x'.repeat(41)] }, [unknown]],
    [{ hidden: true }, []],
    [{ hidden: true }, ['x']],
    [{ hidden: true }, Array.from({ length: 501 }, () => unknown)],
  ])('refuses %j', async (what, ids) => {
    expect(await change(team.creator, what, ids)).toBe(422)
  })
})
