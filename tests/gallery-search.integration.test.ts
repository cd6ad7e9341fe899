import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tileListSchema } from '@/lib/schemas/gallery'
import { createTestApp, listed, type TestApp } from './app'
import { insertClips } from './gallery-clips'

let app: TestApp
const prompts = {
  fox: 'A red fox runs through snow; 35 mm, golden hour',
  woman: 'The woman’s red coat — “slow dolly-in”',
  chinese: '雨后的森林里，一只狐狸回头看向镜头',
  mixed: '4K高清 product film，左侧轮廓光',
  japanese: 'ラーメン屋のカウンター',
  korean: '바다 위의 등대',
  signs: "100% 'quoted' \\ back:slash & (pipe|bang!) <b>",
}
const ids = new Map<string, string>()

beforeAll(async () => {
  app = await createTestApp()
  const clips = Object.values(prompts).map((prompt, index) => ({
    prompt,
    at: new Date(Date.UTC(2026, 0, 20 - index)).toISOString(),
  }))
  const made = await insertClips(app, clips)
  Object.keys(prompts).forEach((name, index) => ids.set(name, made[index] as string))
})
afterAll(() => app.close())

async function find(q: string): Promise<string[]> {
  const response = await app.request('GET', `/api/gallery?q=${encodeURIComponent(q)}`)
  const { data } = tileListSchema.parse(await response.json())
  return data.map(({ id }) => [...ids].find(([, other]) => other === id)?.[0] ?? id)
}

describe('search', () => {
  it.each<[string, string[]]>([
    ['fox', ['fox']],
    ['FOX', ['fox']],
    ['red', ['fox', 'woman']],
    ['red co', ['woman']],
    ['coat red', ['woman']],
    ['re coat', []],
    ['woman', ['woman']],
    ['dolly', ['woman']],
    ['ox', []],
    ['狐狸', ['chinese']],
    ['森林', ['chinese']],
    ['林', ['chinese']],
    ['雨后的森林', ['chinese']],
    ['森 林', ['chinese']],
    ['林森', []],
    ['高清', ['mixed']],
    ['4k', ['mixed']],
    ['４Ｋ', ['mixed']],
    ['高清 prod', ['mixed']],
    ['ラーメン', ['japanese']],
    ['ﾗｰﾒﾝ', ['japanese']],
    ['등대', ['korean']],
    ['quoted', ['signs']],
    ['slash', ['signs']],
  ])('%j finds %j', async (q, found) => {
    expect(await find(q)).toEqual(found)
  })

  it.each([
    ...["'", "''", "fox' | 'woman", '!fox', 'fox & !red', 'fox:*', 'fox:A', '<->', 'fox <-> red'],
    ...['\\', "fox\\'", '%', '_', '*', '&', '|', '(', ')', ':*', '"; DROP TABLE task; --', '🔥'],
  ])('takes %j for words and signs, never for syntax', async (q) => {
    const words = q.match(/[a-z]+/gi)?.map((word) => word.toLowerCase()) ?? []
    const text = (name: string) => prompts[name as keyof typeof prompts].toLowerCase()
    const expected = [...ids.keys()].filter((name) => {
      const there = text(name).match(/[\p{L}\p{N}]+/gu) ?? []
      return (
        words.length > 0 &&
        words.every((word, at) =>
          there.some((one) => (at === words.length - 1 ? one.startsWith(word) : one === word)),
        )
      )
    })
    expect(await find(q)).toEqual(expected)
  })

  it('finds by a title and tags as soon as they are given, and no longer than they are', async () => {
    const path = `/api/tasks/${ids.get('fox')}`
    await app.request('PATCH', path, { body: { title: '主镜头 Arrival', tags: ['client'] } })
    expect(await find('arrival')).toEqual(['fox'])
    expect(await find('主镜头 client fox')).toEqual(['fox'])
    await app.request('PATCH', path, { body: { title: null, tags: [] } })
    expect(await find('arrival')).toEqual([])
    expect(await find('client')).toEqual([])
    expect(await find('golden')).toEqual(['fox'])
  })

  it('finds by tags that many were given at once', async () => {
    const both = [ids.get('fox'), ids.get('korean')]
    const patch = (change: object) =>
      app.request('PATCH', '/api/tasks', { body: { ids: both, change } })
    await patch({ add_tags: ['春季'] })
    expect(await find('春季')).toEqual(['fox', 'korean'])
    await patch({ remove_tags: ['春季'] })
    expect(await find('春季')).toEqual([])
  })

  it('finds all of an author by the whole name, and a task by its id or the gateway’s', async () => {
    expect(await find('local')).toEqual([...ids.keys()])
    expect(await find('loca')).toEqual([])
    expect(await find(ids.get('woman') ?? '')).toEqual(['woman'])
    const { id, gateway_task_id } = await app.create({
      model: 'seedance2.0-mini',
      prompt: 'Steam rises from a cup',
    })
    await app.settle(id)
    expect(await find(gateway_task_id ?? 'none')).toEqual([id])
    expect(await find('steam cup')).toEqual([id])
  })

  it('is the same in the feed', async () => {
    const found = async (q: string) =>
      (await listed(app, `?q=${encodeURIComponent(q)}`)).map(({ input }) => input.prompt)
    expect(await found('red co')).toHaveLength(1)
    expect(await found('森林')).toHaveLength(1)
    expect(await found('steam')).toEqual(['Steam rises from a cup'])
    expect(await found('fox & !red')).toHaveLength(1)
  })
})

describe('what is found', () => {
  const count = 1_700
  // How often a word comes decides how it is looked for.
  const words: Record<string, (index: number) => boolean> = {
    often: (index) => index % 2 === 1,
    sometimes: (index) => index % 20 === 0,
    seldom: (index) => index % 100 === 0,
    early: (index) => index < 30,
    late: (index) => index >= count - 30,
  }
  let made: string[]
  beforeAll(async () => {
    const clips = Array.from({ length: count }, (_, index) => ({
      at: new Date(Date.UTC(2024, 0, 1, 0, index)).toISOString(),
      prompt: Object.keys(words)
        .filter((word) => words[word]?.(index))
        .join(' '),
    }))
    made = await insertClips(app, clips)
  }, 120_000)

  const walk = async (q: string, sort: string, limit: number) => {
    const found: string[] = []
    let cursor = ''
    do {
      const search = `q=${q}&sort=${sort}&limit=${limit}${cursor}`
      const response = await app.request('GET', `/api/gallery?${search}`)
      const page = tileListSchema.parse(await response.json())
      expect(page.data.length).toBeLessThanOrEqual(limit)
      found.push(...page.data.map(({ id }) => id))
      cursor = page.next_cursor ? `&cursor=${page.next_cursor}` : ''
    } while (cursor)
    return found
  }

  it.each([
    ['often', 60],
    ['sometimes', 7],
    ['sometimes', 60],
    ['seldom', 7],
    ['seldom', 60],
    ['early', 7],
    ['late', 7],
  ])('is all of it, in either order, of a word that comes %s, %i a page', async (word, limit) => {
    const expected = made.filter((_, index) => words[word]?.(index))
    expect(await walk(word, 'oldest', limit)).toEqual(expected)
    expect(await walk(word, 'newest', limit)).toEqual([...expected].reverse())
  })

  it('has all words', async () => {
    expect(await walk('often+seldom', 'newest', 7)).toEqual([])
    expect(await walk('early+seldom', 'newest', 7)).toEqual([made[0]])
  })
})
