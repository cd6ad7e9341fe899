import { expect, type BrowserContext, type Page } from '@playwright/test'
import type { Task } from '@/lib/schemas/task'
import type { StoredText } from './store-text'
import { downloadsOf } from './stored-downloads'
import { faultsOf } from './struck'
import { inspect, plain, visit, whole } from './visit'

/** Every place that shows stored words; what is wrong in it. */
export type Places = Record<string, () => Promise<string[]>>

/** As the gallery orders them. */
const key = ({ created_at, id }: Task) => created_at + id

const linesOf = ({ input }: Task) => input.prompt.split('\n')

/** The places that show titles, and those that give files their names. */
export function placesOfTitles(admin: BrowserContext, stored: StoredText) {
  const onPage = async (page: Page, task: Task, box?: string) => {
    const title = task.title ?? ''
    const found = await inspect(page, 'task', [title, ...linesOf(task), ...task.tags], box)
    const named = plain(await page.title()).startsWith(plain([...title].slice(0, 60).join('')))
    return named ? found : [...found, `task: the window is called ${await page.title()}`]
  }
  const open = (tasks: readonly Task[]): Places => ({
    'the task page as the server makes it: title, prompt, tags, author, title of the window': () =>
      visit(admin, tasks, async (page, task) => {
        await stored.rename()
        await page.goto(`/tasks/${task.id}`)
        return onPage(page, task)
      }),
  })
  const show = (tasks: readonly Task[]): Places => ({
    'the task over the gallery: title, prompt, tags, author, title of the window': () =>
      visit(admin, ['/gallery'], async (page, address) => {
        await page.goto(address)
        // What lies under it is looked at by itself.
        const newestFirst = tasks.toSorted((a, b) => (key(a) < key(b) ? 1 : -1))
        await page.locator(`[data-tile="${newestFirst[0]?.id}"] a`).click()
        const found: string[] = []
        for (const task of newestFirst) {
          await stored.rename()
          await expect(page).toHaveURL(`/tasks/${task.id}`)
          found.push(...(await onPage(page, task, '[role=dialog]')))
          await page.keyboard.press(']')
        }
        return found
      }),
    'compare: titles, prompts and what differs': () => {
      const fours = Array.from({ length: tasks.length / 4 }, (_, at) =>
        tasks.slice(at * 4, at * 4 + 4),
      )
      return visit(admin, fours, async (page, four) => {
        await stored.rename()
        await page.goto(`/compare?ids=${four.map(({ id }) => id).join(',')}`)
        return inspect(
          page,
          'compare',
          four.map(({ input }) => input.prompt),
        )
      })
    },
    'the gallery: words over a clip, facets, collections; the palette over it': () =>
      visit(admin, ['/gallery'], async (page, address) => {
        const name = await stored.rename()
        await page.goto(address)
        return [...(await gallery(page, name)), ...(await palette(page))]
      }),
    'the feed of the studio: titles, prompts, authors': () =>
      visit(admin, ['/'], async (page, address) => {
        const name = await stored.rename()
        await page.goto(address)
        await whole(page, 'main a[href^="/tasks/"]', tasks.length)
        return inspect(page, 'feed', [name, ...tasks.map(({ title }) => title ?? '')])
      }),
  })
  const download = (tasks: readonly Task[]): Places => ({
    'what is downloaded: names, and what the manifest says': () =>
      downloadsOf(admin.request, tasks),
  })
  return { open, show, download }
}

async function gallery(page: Page, name: string): Promise<string[]> {
  const tiles = page.locator('[data-tile]')
  await expect(tiles.first()).toBeVisible()
  const found = await inspect(page, 'gallery', [])
  for (const id of await tiles.evaluateAll((all) =>
    all.map((one) => one.getAttribute('data-tile')),
  )) {
    const tile = `[data-tile="${id}"]`
    await page.locator(tile).hover()
    found.push(...(await faultsOf(page, tile)).map((fault) => `tile: ${fault}`))
  }
  for (const panel of ['Author', 'Tag', 'Collection']) {
    await page.getByRole('button', { name: panel }).first().click()
    found.push(...(await inspect(page, panel, panel === 'Author' ? [name] : [])))
    await page.keyboard.press('Escape')
  }
  return found
}

async function palette(page: Page): Promise<string[]> {
  const dialog = page.getByRole('dialog', { name: 'Commands' })
  await expect(async () => {
    await page.keyboard.press('Control+k')
    await expect(dialog.getByRole('combobox')).toBeFocused({ timeout: 1_000 })
  }).toPass()
  await dialog.getByRole('combobox').fill('s')
  await expect(dialog.getByRole('option').nth(8)).toBeAttached()
  return inspect(page, 'palette', [])
}

/** The places whose words are not those of a title. */
export function placesOf(admin: BrowserContext, stored: StoredText): Places {
  return {
    'the share page and its card: caption, prompt': () =>
      visit(admin, stored.shares, async (page, share) => {
        await page.goto(share.url)
        const card = page.locator('meta[property="og:title"]')
        expect(plain((await card.getAttribute('content')) ?? '')).toBe(plain(share.caption))
        return inspect(page, 'share', [share.caption])
      }),
    'the notes of a task': () =>
      visit(admin, stored.tasks.slice(0, 1), async (page, task) => {
        const name = await stored.rename()
        await page.goto(`/tasks/${task.id}`)
        return inspect(page, 'notes', [name, ...stored.notes])
      }),
    'assets: names of files': () =>
      visit(admin, ['/assets'], async (page, address) => {
        await stored.rename()
        await page.goto(address)
        await whole(page, '[data-item]', stored.files.length)
        return inspect(page, 'assets', stored.files)
      }),
    'settings: names of members and of who is invited': () =>
      visit(admin, ['/settings', '/settings'], async (page, address) => {
        const name = await stored.rename()
        await page.goto(address)
        return inspect(page, 'settings', [name, ...stored.invited])
      }),
    'the account: the names that nobody had yet': () =>
      visit(admin, ['/settings/account'], async (page, address) => {
        await page.goto(address)
        const field = page.getByRole('textbox', { name: 'Name' })
        const found: string[] = []
        const save = page.getByRole('button', { name: 'Save' })
        for (const name of stored.namesLeft()) {
          // It is the one that was there before.
          await expect(save).toHaveAttribute('aria-disabled', 'true')
          await field.fill(name)
          if ((await save.getAttribute('aria-disabled')) === 'true') continue
          const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
          await save.click()
          await saved
          found.push(...(await inspect(page, 'account', [])))
        }
        return found
      }),
  }
}
