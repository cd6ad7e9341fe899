import { expect, type Page } from '@playwright/test'
import { mediaSchema } from '@/lib/schemas/media'
import type { FreshApp } from './fresh-app'
import { openDrafts } from './open-drafts'
import { dropFiles, fileOf, realFile, type TestFile } from './material'

/** A picture that is too wide for any model: its own problem, and what mends it. */
async function banner(): Promise<TestFile> {
  const { default: sharp } = await import('sharp')
  const wide = { width: 1600, height: 320, channels: 3, background: '#a06030' } as const
  return fileOf('banner.png', 'image/png', await sharp({ create: wide }).png().toBuffer())
}

/** Puts a file into the library, as any program would. */
async function bring(page: Page, url: string, { name, type, bytes }: TestFile): Promise<string> {
  const file = { name, mimeType: type, buffer: bytes }
  const response = await page.request.post(`${url}/api/media`, { multipart: { file } })
  return mediaSchema.parse(await response.json()).reference
}

/** States of the studio with material of ours, in any language and at any width. */
export async function* materialStates(page: Page, app: Pick<FreshApp, 'url'>) {
  const [photo, wide, clip, song] = [
    await bring(page, app.url, await realFile('photo')),
    await bring(page, app.url, await banner()),
    await bring(page, app.url, await realFile('clip')),
    await bring(page, app.url, await realFile('song')),
  ]
  const form = page.getByRole('form')
  const dialog = page.getByRole('dialog')
  const material = {
    images: [photo, wide],
    reference_videos: [clip],
    reference_audios: [song],
  }

  const sp = { model: 'seedance2.0-sp', prompt: '@Image1 as in @Video1', ...material }
  await openDrafts(page, { mode: 'references', input: sp })
  await expect(form.getByRole('button', { name: /1600 × / })).toBeVisible()
  yield 'material of ours, one item with a problem'

  await form.locator('li [aria-haspopup=menu]').nth(2).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  yield 'menu of an item'
  await page.getByRole('menuitem').nth(1).click()
  await expect(dialog.getByRole('slider')).toHaveCount(2)
  yield 'trimming a clip'
  await page.keyboard.press('Escape')

  await form.locator('section > header button').first().click()
  await expect(dialog.getByRole('listitem').first()).toBeVisible()
  yield 'earlier uploads'
  await page.keyboard.press('Escape')

  const empty = fileOf('empty.png', 'image/png', Buffer.alloc(0))
  await dropFiles(page, 'form', [empty], ['dragenter', 'dragover'])
  await expect(page.locator('form[data-dropping]')).toBeVisible()
  yield 'files over the window'
  await dropFiles(page, 'form', [empty], ['drop'])
  await expect(form.locator('li')).not.toHaveCount(0)
  yield 'a file that was refused'

  const full = { model: 'sd2_mx_video_1080p', prompt: '@Image1 as in @Video1', ...material }
  await openDrafts(page, { mode: 'references', input: full })
  await expect(form.getByRole('status').filter({ hasText: /\d/ }).last()).toBeVisible()
  yield 'material that no library has approved'

  const framed = { model: 'sd2_mx_720p', prompt: 'A ridge', first_image: photo, last_image: wide }
  await openDrafts(page, { mode: 'frames', input: framed })
  await expect(form.getByRole('group').getByRole('button').first()).toBeVisible()
  yield 'frames of ours'
}
