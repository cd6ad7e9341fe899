import * as z from 'zod/mini'
import { errorBodySchema } from '@/lib/schemas/error'
import { mediaListSchema, mediaSchema, type Media } from '@/lib/schemas/media'
import { taskSchema, type Task } from '@/lib/schemas/task'
import { sweep } from '@/lib/server/engine/loop'
import type { TestApp } from './app'
import { formOf, picture } from './media-files'

/** Brings a picture in; each number is another content. */
export async function bring(app: TestApp, number: number, name = 'hero.png'): Promise<Media> {
  const bytes = Buffer.from(await picture(640, 480, number).png().toBuffer())
  const response = await app.request('POST', '/api/media', { body: formOf(bytes, name) })
  return z.parse(mediaSchema, await response.json())
}

export async function media(app: TestApp, id: string): Promise<Media> {
  return z.parse(mediaSchema, await (await app.request('GET', `/api/media/${id}`)).json())
}

/** Submits items, and lets the engine take its first steps. */
export async function submit(
  app: TestApp,
  items: readonly Media[],
  library: 'full' | 'sp' = 'full',
  more: { real_person?: boolean } = {},
): Promise<Media[]> {
  const body = { media: items.map(({ id }) => id), library, ...more }
  const response = await app.request('POST', '/api/assets', { body })
  if (!response.ok) throw new Error(`POST /api/assets answered ${response.status}`)
  await settleDown(app)
  return z.parse(mediaListSchema, { ...(await response.json()), next_cursor: null }).data
}

/** Lets the engine do what is due, also what a request has set going. */
async function settleDown({ context }: TestApp): Promise<void> {
  await sweep(context)
  await context.calls.idle()
}

/** Lets the engine work for so many seconds of the clock, a step every other one. */
export async function pass(app: TestApp, seconds: number): Promise<void> {
  for (let passed = 0; passed < seconds; passed += 2) {
    app.advance(2)
    await settleDown(app)
  }
}

/** Brings a picture in and has it approved. */
export async function approved(
  app: TestApp,
  number: number,
  library: 'full' | 'sp' = 'full',
): Promise<Media> {
  const item = await bring(app, number)
  await submit(app, [item], library)
  await pass(app, 20)
  return media(app, item.id)
}

/** `POST /api/tasks`; `wait` sends the header that lets it wait for approvals. */
export function ask(
  app: TestApp,
  body: unknown,
  { wait = false, key = crypto.randomUUID() as string } = {},
): Promise<Response> {
  const headers = { 'idempotency-key': key, ...(wait && { 'wait-for-approval': 'true' }) }
  return app.request('POST', '/api/tasks', { body, headers })
}

export async function asked(
  app: TestApp,
  body: unknown,
  options: { wait?: boolean } = {},
): Promise<Task> {
  const response = await ask(app, body, options)
  const text = await response.text()
  if (!response.ok) throw new Error(`POST /api/tasks answered ${response.status}: ${text}`)
  await settleDown(app)
  return app.task(z.parse(taskSchema, JSON.parse(text)).id)
}

/** The codes of a refusal by field. */
export async function complaints(response: Response): Promise<Record<string, string[]>> {
  const { fields = {} } = z.parse(errorBodySchema, await response.json()).error
  return Object.fromEntries(
    Object.entries(fields).map(([field, issues]) => [field, issues.map(({ code }) => code)]),
  )
}

/** Bodies of what the gateway was sent at a path, oldest first. */
export function sentTo(app: TestApp, path: string): Record<string, unknown>[] {
  return app.simulator
    .requests()
    .filter((request) => request.method === 'POST' && request.path.endsWith(path))
    .map(({ body }) => JSON.parse(body ?? '{}'))
}
