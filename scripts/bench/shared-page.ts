import { shareSchema } from '@/lib/schemas/share'
import { taskSchema, type Task } from '@/lib/schemas/task'

/** Makes a clip and a link to it; returns the page that strangers open. */
export async function makeSharedPage(address: string): Promise<string> {
  const { id } = taskSchema.parse(
    await send(`${address}/api/tasks`, {
      model: 'seedance2.0-mini',
      prompt: 'A paper boat turns once',
      duration: 4,
      resolution: '480p',
    }),
  )
  while ((await read(`${address}/api/tasks/${id}`)).archive.status !== 'saved') {
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  const choice = { caption: 'A paper boat', allow_download: true }
  return shareSchema.parse(await send(`${address}/api/tasks/${id}/shares`, choice)).url
}

async function send(url: string, body: unknown): Promise<unknown> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  return response.json()
}

async function read(url: string): Promise<Task> {
  return taskSchema.parse(await (await fetch(url)).json())
}
