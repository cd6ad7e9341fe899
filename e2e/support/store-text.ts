import { expect, type APIRequestContext, type BrowserContext } from '@playwright/test'
import { collectionSchema } from '@/lib/schemas/collection'
import { mediaSchema } from '@/lib/schemas/media'
import { memberListSchema } from '@/lib/schemas/member'
import { noteSchema } from '@/lib/schemas/note'
import { shareSchema } from '@/lib/schemas/share'
import { taskSchema, type Task } from '@/lib/schemas/task'
import { picture } from '@/tests/media-files'
import { filesAndSheets } from '@/tests/stored-text/disguises'
import { cut, dealt, gathered, payloads } from '@/tests/stored-text/payloads'

export type StoredText = {
  /** Finished clips; between them their prompts hold everything. */
  tasks: Task[]
  /** Addresses of the share pages, and what each says. */
  shares: { url: string; caption: string }[]
  notes: string[]
  collections: string[]
  invited: string[]
  files: string[]
  /** Gives the clips their next titles and tags; nothing once every payload was in one of them. */
  retitle(): Promise<Task[] | null>
  /** Gives them titles that matter at their beginning, as names of files do; nothing after the last. */
  refile(): Promise<Task[] | null>
  /** Gives the member who asks the next of the names. */
  rename(): Promise<string>
  /** The names that nobody had yet. */
  namesLeft(): string[]
}

const clips = 16
const tagsEach = 4

/** Stores every payload in every field that takes words, through the API. */
export async function storeText(context: BrowserContext): Promise<StoredText> {
  const { request } = context
  const tasks = await makeClips(request)
  const [first] = tasks
  const notes = await each(gathered(300), async (text) =>
    noteSchema.parse(
      await post(request, `/api/tasks/${first?.id}/notes`, { text, start: 1, end: 2 }),
    ),
  )
  expect(notes.map(({ text }) => text)).toEqual(gathered(300))

  const shares = await each(gathered(300), async (caption, at) => {
    const choice = { caption, show_prompt: true, show_settings: true, allow_download: true }
    const path = `/api/tasks/${tasks[at % clips]?.id}/shares`
    return shareSchema.parse(await post(request, path, choice))
  })
  const collections = await each(gathered(80), async (name) =>
    collectionSchema.parse(await post(request, '/api/collections', { name })),
  )
  const invited = gathered(80)
  await each(invited, (name) => post(request, '/api/invitations', { role: 'viewer', name }))
  const cookies = await context.cookies()
  const cookie = cookies.map((one) => `${one.name}=${one.value}`).join('; ')
  const base = new URL(shares[0]?.url ?? '').origin
  const files = await each([...gathered(200), ...filesAndSheets], (name, at) =>
    upload(base, cookie, name, at),
  )

  const { data } = memberListSchema.parse(await (await request.get('/api/members')).json())
  const me = data[0]?.id ?? ''
  const names = gathered(80)
  let named = 0
  return {
    tasks,
    shares,
    notes: notes.map(({ text }) => text),
    collections: collections.map(({ name }) => name),
    invited,
    files,
    retitle: titles(request, tasks, gathered(200)),
    refile: titles(request, tasks, filesAndSheets),
    namesLeft: () => names.slice(named),
    async rename() {
      const name = names[named % names.length] ?? ''
      named += 1
      const response = await request.patch(`/api/members/${me}`, { data: { name } })
      expect(response.status(), name).toBe(200)
      return name
    },
  }
}

/** Clips whose prompts hold every payload between them. */
async function makeClips(request: APIRequestContext): Promise<Task[]> {
  const made = await each(dealt(clips), async (prompt) => {
    const response = await request.post('/api/tasks', {
      headers: { 'idempotency-key': crypto.randomUUID() },
      data: { model: 'seedance2.0-mini', prompt, duration: 4, resolution: '480p' },
    })
    const task = taskSchema.parse(await response.json())
    expect(task.input.prompt).toEqual(prompt)
    return task
  })
  let tasks = made
  await expect(async () => {
    tasks = await each(made, async ({ id }) =>
      taskSchema.parse(await (await request.get(`/api/tasks/${id}`)).json()),
    )
    expect(tasks.filter(({ result }) => !result?.poster_url).length).toBe(0)
  }).toPass({ timeout: 90_000 })
  return tasks
}

/** What gives the clips the next of these titles, and tags beside them, until all were given. */
function titles(request: APIRequestContext, tasks: readonly Task[], all: readonly string[]) {
  const tags = payloads.map((payload) => cut(payload, 40))
  let given = 0
  return async () => {
    if (given >= all.length) return null
    const begin = given
    given += clips
    return each(tasks, async ({ id }, at) => {
      const place = begin + at
      const title = all[place % all.length] ?? ''
      const few = Array.from(
        { length: tagsEach },
        (_, more) => tags[(place * tagsEach + more) % tags.length] ?? '',
      )
      const change = await request.patch(`/api/tasks/${id}`, { data: { title, tags: few } })
      expect(change.status(), title).toBe(200)
      const task = taskSchema.parse(await change.json())
      expect(task.title).toBe(title)
      return task
    })
  }
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
