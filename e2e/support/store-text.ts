import { expect, type APIRequestContext, type BrowserContext } from '@playwright/test'
import { collectionSchema } from '@/lib/schemas/collection'
import { mediaSchema } from '@/lib/schemas/media'
import { memberListSchema } from '@/lib/schemas/member'
import { noteSchema } from '@/lib/schemas/note'
import { shareSchema } from '@/lib/schemas/share'
import { taskSchema, type Task } from '@/lib/schemas/task'
import { picture } from '@/tests/media-files'
import { cut, packed, payloads } from '@/tests/stored-text/payloads'

export type StoredText = {
  tasks: Task[]
  /** Addresses of the share pages, and what each says. */
  shares: { url: string; caption: string }[]
  collections: string[]
  files: string[]
  /** Gives the member who asks the next of the names. */
  rename(): Promise<string>
}

/** Stores every payload in every field that takes words, through the API. */
export async function storeText(context: BrowserContext): Promise<StoredText> {
  const { request } = context
  const tasks = await makeTasks(request)
  const [first] = tasks
  const notes = await each(payloads, async (text) =>
    noteSchema.parse(
      await post(request, `/api/tasks/${first?.id}/notes`, { text, start: 1, end: 2 }),
    ),
  )
  expect(notes.map(({ text }) => text)).toEqual(payloads.map((text) => text.trim()))

  const shares = await each(packed(300), async (caption, at) => {
    const choice = { caption, show_prompt: true, show_settings: true, allow_download: true }
    const path = `/api/tasks/${tasks[at % tasks.length]?.id}/shares`
    return shareSchema.parse(await post(request, path, choice))
  })
  const collections = await each(packed(80), async (name) =>
    collectionSchema.parse(await post(request, '/api/collections', { name })),
  )
  await each(packed(80), (name) => post(request, '/api/invitations', { role: 'viewer', name }))
  const cookies = await context.cookies()
  const cookie = cookies.map((one) => `${one.name}=${one.value}`).join('; ')
  const base = new URL(shares[0]?.url ?? '').origin
  const files = await each(payloads, (name, at) => upload(base, cookie, name, at))

  const { data } = memberListSchema.parse(await (await request.get('/api/members')).json())
  const me = data[0]?.id ?? ''
  const names = packed(80)
  let renamed = 0
  return {
    tasks,
    shares,
    collections: collections.map(({ name }) => name),
    files,
    async rename() {
      const name = names[renamed % names.length] ?? ''
      renamed += 1
      const response = await request.patch(`/api/members/${me}`, { data: { name } })
      expect(response.status(), name).toBe(200)
      return name
    },
  }
}

async function makeTasks(request: APIRequestContext): Promise<Task[]> {
  const titles = packed(200)
  const tagOf = (at: number) => cut(payloads[at % payloads.length] ?? '', 40)
  const made = await each(titles, async (title, at) => {
    const prompt = titles[(at + 1) % titles.length] ?? ''
    const response = await request.post('/api/tasks', {
      headers: { 'idempotency-key': crypto.randomUUID() },
      data: { model: 'seedance2.0-mini', prompt, duration: 4, resolution: '480p' },
    })
    const { id } = taskSchema.parse(await response.json())
    const tags = [at, at + titles.length, at + 2 * titles.length].map(tagOf)
    const change = await request.patch(`/api/tasks/${id}`, { data: { title, tags } })
    expect(change.status(), title).toBe(200)
    const task = taskSchema.parse(await change.json())
    expect([task.title, task.input.prompt]).toEqual([title, prompt])
    return task
  })
  await expect(async () => {
    const now = await each(made, ({ id }) => request.get(`/api/tasks/${id}`))
    const tasks = await Promise.all(now.map(async (one) => taskSchema.parse(await one.json())))
    expect(tasks.filter(({ result }) => !result?.poster_url).length).toBe(0)
  }).toPass({ timeout: 150_000, intervals: [2_000] })
  return made
}

async function upload(base: string, cookie: string, name: string, at: number): Promise<string> {
  const pixels = picture(64 + at, 64, at)
  const body = new FormData()
  body.append('file', new File([new Uint8Array(await pixels.png().toBuffer())], name))
  const response = await fetch(`${base}/api/media`, { method: 'POST', headers: { cookie }, body })
  expect(response.status, name).toBe(201)
  return mediaSchema.parse(await response.json()).name
}

async function post(request: APIRequestContext, path: string, data: object): Promise<unknown> {
  const response = await request.post(path, { data })
  expect(response.status(), `${path} ${JSON.stringify(data)}`).toBe(201)
  return response.json()
}

/** In their order, a few at a time. */
async function each<T, R>(
  items: readonly T[],
  deed: (item: T, at: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  for (let at = 0; at < items.length; at += 8) {
    const some = items.slice(at, at + 8)
    results.push(...(await Promise.all(some.map((item, more) => deed(item, at + more)))))
  }
  return results
}
