import 'server-only'
import { createHmac } from 'node:crypto'
import type { EndedTask } from './store'

/** What the receiver is told: nothing that only members may see beyond the title. */
export type Notice = {
  type: 'task.completed' | 'task.failed'
  task: {
    id: string
    status: 'completed' | 'failed'
    title: string | null
    model: string
    author: { id: string; name: string }
    created_at: string
    completed_at: string | null
    /** The task's page; null without APP_URL. */
    url: string | null
  }
}

export function noticeOf(row: EndedTask, appUrl: string | null): Notice {
  const status = row.status === 'completed' ? 'completed' : 'failed'
  return {
    type: `task.${status}`,
    task: {
      id: row.id,
      status,
      title: row.title,
      model: row.model,
      author: row.author,
      created_at: row.createdAt.toISOString(),
      completed_at: row.completedAt?.toISOString() ?? null,
      url: appUrl && new URL(`/tasks/${row.id}`, appUrl).href,
    },
  }
}

/** The headers by which a receiver knows that a body is ours and is not an old one sent again. */
export function signed(body: string, secret: string, now: Date): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const mac = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
  return { 'dailies-timestamp': timestamp, 'dailies-signature': `v1=${mac}` }
}
