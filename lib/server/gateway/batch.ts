import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'

/** How long a question waits for others that can go along, in milliseconds. */
const windowMilliseconds = 20

/** Ids in one request; no limit is stated. */
const mostIds = 50

/**
 * Sends questions about single ids that come at one moment as one, and gives each asker the whole
 * answer: an engine that looks at a hundred items in review does not ask a hundred times.
 */
export function createBatch<Answer>(
  ask: (ids: readonly string[]) => Promise<Answer>,
): (id: string) => Promise<Answer> {
  let open: { ids: string[]; answer: Promise<Answer> } | null = null

  async function close(ids: string[]): Promise<Answer> {
    await wait(windowMilliseconds)
    if (open?.ids === ids) open = null
    return ask(ids)
  }

  return (id) => {
    if (open === null || open.ids.length >= mostIds) {
      const ids: string[] = []
      open = { ids, answer: close(ids) }
    }
    open.ids.push(id)
    return open.answer
  }
}
