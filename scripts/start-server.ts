import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { taskListSchema, type Task } from '@/lib/schemas/task'

export type Server = {
  pid: number
  /** Everything it has printed. */
  output(): string
  /** SIGKILL, and only back when the process is gone. */
  kill(): Promise<void>
  /** SIGTERM, as Ctrl-C does it. */
  stop(): Promise<void>
  /** All tasks, once none of them moves any more, or as they are after ten minutes. */
  settled(address: string): Promise<Task[]>
}

/** Starts the product as `npm run up` does, on the environment given. Resolves when it is ready. */
export async function startServer(environment: Record<string, string>): Promise<Server> {
  const child = spawn(process.execPath, ['scripts/up.mjs'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  // Whoever started it and ends early, a failed test say, leaves nothing on the port.
  const leave = () => child.kill('SIGKILL')
  process.once('exit', leave)
  child.once('exit', () => process.off('exit', leave))
  let output = ''
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk
        if (output.includes('Dailies is ready')) resolve()
      })
    }
  })
  await Promise.race([
    ready,
    ended.then(([code]) => Promise.reject(new Error(`The server ended with ${code}.\n${output}`))),
  ])

  return {
    pid: child.pid ?? 0,
    output: () => output,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
    async settled(address) {
      const end = Date.now() + 600_000
      for (;;) {
        const tasks = await everything(address)
        if (tasks.every(isSettled) || Date.now() > end) return tasks
        await new Promise((resolve) => setTimeout(resolve, 1_000))
      }
    },
  }
}

function isSettled({ status, archive }: Task): boolean {
  if (status === 'completed') return archive.status === 'saved'
  return status === 'failed' || status === 'unconfirmed'
}

async function everything(address: string): Promise<Task[]> {
  const tasks: Task[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const response: Response = await fetch(
      `${address}/api/tasks?limit=100${cursor && `&cursor=${cursor}`}`,
    )
    const page = taskListSchema.parse(await response.json())
    tasks.push(...page.data)
    cursor = page.next_cursor
  }
  return tasks
}
