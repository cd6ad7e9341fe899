import { expect, type Locator, type Page } from '@playwright/test'
import { taskSchema, type Task } from '@/lib/schemas/task'
import { appUrl } from './addresses'

/** The gallery as a person uses it: by roles and labels, in English. */
export class Gallery {
  readonly tiles: Locator
  readonly bar: Locator
  readonly search: Locator
  readonly count: Locator

  constructor(readonly page: Page) {
    this.tiles = page.locator('[data-tile]')
    this.bar = page.getByRole('toolbar', { name: 'Selection' })
    this.search = page.getByRole('textbox', { name: 'Search the gallery' })
    this.count = page.locator('[data-gallery-head]').getByRole('status')
  }

  async open(query = ''): Promise<void> {
    await this.page.goto(`/gallery${query}`)
    await expect(this.tiles.first()).toBeVisible()
  }

  tile(words: string): Locator {
    return this.tiles.filter({ has: this.page.getByRole('link', { name: words }) })
  }

  link(words: string): Locator {
    return this.tile(words).getByRole('link').first()
  }

  async choose(words: string): Promise<void> {
    await this.tile(words).hover()
    await this.tile(words).getByRole('checkbox', { name: 'Select' }).click()
  }
}

/** Makes finished clips by the API, one after the other, and waits until they are ours. */
export async function makeClips(prompts: readonly string[]): Promise<Task[]> {
  const asked: Task[] = []
  for (const prompt of prompts) {
    const response = await fetch(`${appUrl}/api/tasks`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ model: 'seedance2.0-mini', prompt, duration: 4, resolution: '480p' }),
    })
    asked.push(taskSchema.parse(await response.json()))
  }
  const done: Task[] = []
  for (const { id } of asked) {
    await expect
      .poll(
        async () => {
          const task = taskSchema.parse(await (await fetch(`${appUrl}/api/tasks/${id}`)).json())
          if (task.archive.status === 'saved' && task.result?.poster_url) done.push(task)
          return done.some((one) => one.id === id)
        },
        { timeout: 45_000 },
      )
      .toBe(true)
  }
  return done
}
