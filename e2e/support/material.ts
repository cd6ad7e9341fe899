import { createHash } from 'node:crypto'
import { readFile, truncate, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { JSHandle, Locator, Page } from '@playwright/test'
import type { MediaFacts } from '@/lib/models/media-facts'
import { realise } from '@/scripts/material/realise'

/** A file as a person has it. */
export type TestFile = { name: string; type: string; bytes: Buffer; sha256: string }

const nothing = { bytes: 0, width: null, height: null, duration: null, fps: null }
const unknown = { ...nothing, codec: null, sound: null }

const wishes = {
  photo: { ...unknown, kind: 'image', type: 'image/png', width: 1280, height: 960 },
  clip: {
    ...unknown,
    kind: 'video',
    type: 'video/mp4',
    width: 1280,
    height: 720,
    duration: 5,
    fps: 24,
    codec: 'avc',
    sound: true,
  },
  song: { ...unknown, kind: 'audio', type: 'audio/mpeg', duration: 4, codec: 'mp3' },
} as const satisfies Record<string, MediaFacts>

/** A real file that every model with a place for its kind takes. */
export async function realFile(what: keyof typeof wishes, seed = 0): Promise<TestFile> {
  const facts = wishes[what]
  const path = await realise({ facts, seed })
  return fileOf(basename(path), facts.type, await readFile(path))
}

export function fileOf(name: string, type: string, bytes: Buffer): TestFile {
  return { name, type, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/**
 * The path of a PNG of its own content, as heavy as wanted: what follows a picture's end is not
 * looked at, and a hole in a file takes no room on the disk.
 */
export async function heavyPhoto(path: string, bytes: number): Promise<string> {
  const { bytes: picture } = await realFile('photo')
  await writeFile(path, Buffer.concat([picture, Buffer.from(path)]))
  await truncate(path, bytes)
  return path
}

/** Drops files on what the selector finds, as a mouse would: over it first, then down. */
export async function dropFiles(
  page: Page,
  selector: string,
  files: readonly TestFile[],
  events: readonly string[] = ['dragenter', 'dragover', 'drop'],
): Promise<void> {
  const dataTransfer = await transferOf(page, files)
  for (const event of events) {
    await page.dispatchEvent(selector, event, { dataTransfer })
  }
}

/** Pastes a file as a browser does after a picture was copied. */
export async function pasteFile(page: Page, field: Locator, file: TestFile): Promise<void> {
  const clipboardData = await transferOf(page, [file])
  await field.evaluate((element, data) => {
    const init = { clipboardData: data, bubbles: true, cancelable: true }
    element.dispatchEvent(new ClipboardEvent('paste', init))
  }, clipboardData)
}

function transferOf(page: Page, files: readonly TestFile[]): Promise<JSHandle<DataTransfer>> {
  const data = files.map(({ name, type, bytes }) => ({
    name,
    type,
    body: bytes.toString('base64'),
  }))
  return page.evaluateHandle((items) => {
    const transfer = new DataTransfer()
    for (const { name, type, body } of items) {
      const bytes = Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0))
      transfer.items.add(new File([bytes], name, { type }))
    }
    return transfer
  }, data)
}
