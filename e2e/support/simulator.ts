import type { Fault, FaultMatch } from '@/lib/simulator/fault'
import { simulatorUrl } from './addresses'

/** The simulator's controls, as tests use them. */
export const simulator = {
  async fault(fault: Fault, options: { match?: FaultMatch; times?: number } = {}): Promise<void> {
    await call('POST', '/_simulator/faults', { fault, ...options })
  },

  /** Bodies of the creates that carried this text in their prompt. */
  async creates(prompt: string): Promise<Record<string, unknown>[]> {
    const record: { method: string; path: string; body: string | null }[] = await call(
      'GET',
      '/_simulator/record',
    )
    return record.flatMap(({ method, path, body }) =>
      method === 'POST' && path.endsWith('/seedance/videos') && body?.includes(prompt)
        ? [JSON.parse(body)]
        : [],
    )
  },

  /** What a task got to see: the bytes behind each of its references. */
  async fetched(taskId: string): Promise<{ field: string; sha256: string | null }[]> {
    const all: { of: { task?: string }; field: string; sha256: string | null }[] = await call(
      'GET',
      '/_simulator/fetched',
    )
    return all.filter(({ of }) => of.task === taskId)
  },

  /** The gateway's ids of the tasks that carry this text in their prompt: what its console shows. */
  async taskIds(prompt: string): Promise<string[]> {
    const tasks: { id: string; input: { prompt: string } }[] = await call(
      'GET',
      '/_simulator/tasks',
    )
    return tasks.filter(({ input }) => input.prompt.includes(prompt)).map(({ id }) => id)
  },
}

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${simulatorUrl}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`)
  return response.json()
}
