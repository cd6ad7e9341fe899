import { expect, type Locator, type Page } from '@playwright/test'
import { taskSchema, type Task } from '@/lib/schemas/task'
import { appUrl } from './addresses'

type Asked = { prompt: string; seconds?: number; ratio?: string; model?: string; group?: string }

/** Finished clips, made through the API, in this order. */
export async function makeClips(...asked: Asked[]): Promise<Task[]> {
  const tasks: Task[] = []
  for (const one of asked) tasks.push(await create(one))
  await expect.poll(() => unsaved(tasks), { timeout: 60_000 }).toEqual([])
  return tasks
}

export async function create(asked: Asked): Promise<Task> {
  const { prompt, seconds = 4, ratio = '16:9', model = 'seedance2.0-mini', group } = asked
  const response = await fetch(`${appUrl}/api/tasks`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
      ...(group && { 'take-group': group }),
    },
    body: JSON.stringify({ model, prompt, duration: seconds, ratio, resolution: '480p' }),
  })
  return taskSchema.parse(await response.json())
}

async function unsaved(tasks: readonly Task[]): Promise<string[]> {
  const now = await Promise.all(tasks.map(({ id }) => taskOf(id)))
  return now.filter(({ archive }) => archive.status !== 'saved').map(({ id }) => id)
}

export async function taskOf(id: string): Promise<Task> {
  return taskSchema.parse(await (await fetch(`${appUrl}/api/tasks/${id}`)).json())
}

/** The screen that compares clips, by roles and labels, in English. */
export class Compare {
  readonly main: Locator
  readonly stage: Locator
  readonly videos: Locator
  readonly position: Locator
  readonly wipe: Locator
  readonly table: Locator

  constructor(readonly page: Page) {
    this.main = page.getByRole('main')
    this.stage = this.main.getByRole('group', { name: 'Player' })
    this.videos = this.stage.locator('video')
    this.position = this.main.getByRole('slider', { name: 'Position' })
    this.wipe = this.main.getByRole('slider', { name: 'Wipe' })
    this.table = this.main.getByRole('region', { name: 'What differs' })
  }

  /** Opens the clips and waits until all of them stand on the first frame. */
  async open(search: string): Promise<void> {
    await this.page.goto(`/compare?${search}`)
    await this.settled()
  }

  async settled(): Promise<void> {
    await expect(this.stage).toHaveAttribute('aria-busy', 'false')
  }

  button(name: string | RegExp): Locator {
    return this.main.getByRole('button', { name })
  }

  /** Seconds of each clip. */
  times(): Promise<number[]> {
    return this.videos.evaluateAll((videos: HTMLVideoElement[]) =>
      videos.map(({ currentTime }) => currentTime),
    )
  }

  async reaches(seconds: number): Promise<void> {
    await expect
      .poll(async () => Math.max(...(await this.times())), { timeout: 30_000 })
      .toBeGreaterThan(seconds)
  }

  async isIn(task: Pick<Task, 'id'>, at: number): Promise<void> {
    await expect(this.videos.nth(at)).toHaveAttribute('src', `/api/tasks/${task.id}/video`)
  }
}
