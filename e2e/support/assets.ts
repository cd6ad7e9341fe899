import { expect, type Locator, type Page } from '@playwright/test'
import sharp from 'sharp'
import { mediaSchema, type Media } from '@/lib/schemas/media'
import { appUrl } from './addresses'

export type File = { name: string; mimeType: string; buffer: Buffer }

/** Words in the names of one test's items, by which it finds them alone. */
export const stampOf = (what: string) => `${what}-${crypto.randomUUID().slice(0, 8)}`

/** A picture that nobody else has: items are known by their bytes. */
export async function picture(name: string, width = 640, height = 480): Promise<File> {
  const [r = 0, g = 0, b = 0, x = 0] = crypto.getRandomValues(new Uint8Array(4))
  const dot = {
    create: { width: 16, height: 16, channels: 3, background: { r: b, g: x, b: r } },
  } as const
  const buffer = await sharp({ create: { width, height, channels: 3, background: { r, g, b } } })
    .composite([{ input: await sharp(dot).png().toBuffer(), left: x, top: g }])
    .withExif({ IFD0: { ImageDescription: crypto.randomUUID() } })
    .jpeg()
    .toBuffer()
  return { name, mimeType: 'image/jpeg', buffer }
}

/** Brings a picture in through the API. */
export async function bring(file: File, url = appUrl): Promise<Media> {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(file.buffer)], { type: file.mimeType }), file.name)
  const response = await fetch(`${url}/api/media`, { method: 'POST', body: form })
  if (!response.ok) throw new Error(`POST /api/media: ${response.status} ${await response.text()}`)
  return mediaSchema.parse(await response.json())
}

/** The page of assets as a person uses it: by roles and labels, in English. */
export class Assets {
  readonly search: Locator
  readonly list: Locator
  readonly items: Locator
  readonly bar: Locator

  constructor(readonly page: Page) {
    this.search = page.getByRole('textbox', { name: 'Search assets' })
    this.list = page.getByRole('list', { name: 'Assets' })
    this.items = this.list.getByRole('listitem')
    this.bar = page.getByRole('toolbar', { name: 'Selection' })
  }

  /** Opens the list narrowed to names with these words, and waits until it answers. */
  async open(words: string): Promise<void> {
    await this.page.goto(`/assets?q=${encodeURIComponent(words)}`)
    await expect
      .poll(() =>
        this.search.evaluate((element) =>
          Object.keys(element).some((key) => key.startsWith('__reactProps')),
        ),
      )
      .toBe(true)
  }

  item(name: string): Locator {
    return this.items.filter({ has: this.page.getByRole('heading', { name, exact: true }) })
  }

  box(name: string): Locator {
    return this.page.getByRole('checkbox', { name: `Select ${name}`, exact: true })
  }

  async choose(name: string, command: string): Promise<void> {
    await this.item(name)
      .getByRole('button', { name: `More for ${name}` })
      .click()
    await this.page.getByRole('menuitem', { name: command, exact: true }).click()
  }

  async upload(...files: File[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    await this.page.getByRole('button', { name: 'Upload' }).first().click()
    await (await chooser).setFiles(files)
  }
}
