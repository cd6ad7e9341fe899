import { randomFillSync } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser } from '@playwright/test'
import sharp from 'sharp'
import { slowestEvent, watchEvents } from './interaction'

const files = 30
const fileBytes = 20_000_000
/** Bytes per second, both ways apart. */
const uplink = 4_000_000

/** The slowest key while 30 files of 20 MB go up a slow line, milliseconds to the next paint (as INP counts). */
export async function measureUploads(
  browser: Browser,
  url: string,
  folder: string,
): Promise<number> {
  const page = await browser.newPage()
  const session = await page.context().newCDPSession(page)
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 20,
    downloadThroughput: -1,
    uploadThroughput: uplink,
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.getByRole('radio', { name: 'References' }).click()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page
      .getByRole('form')
      .getByRole('button', { name: /^Drop files/ })
      .click(),
  ])
  await chooser.setFiles(await heavyPictures(folder))
  await page.getByRole('progressbar').first().waitFor()
  await page.getByRole('textbox', { name: 'Prompt' }).click()
  await watchEvents(page)
  await page.keyboard.type('Fog lifts off a pine ridge at first light; slow aerial rise.', {
    delay: 40,
  })
  const slowest = await slowestEvent(page)
  await page.close()
  return slowest
}

/** Pictures that nothing can make smaller: each of its own noise, with as much noise behind it. */
async function heavyPictures(folder: string): Promise<string[]> {
  const paths: string[] = []
  for (let at = 0; at < files; at += 1) {
    const raw = { width: 640, height: 480, channels: 3 } as const
    const noise = randomFillSync(Buffer.alloc(raw.width * raw.height * raw.channels))
    const picture = await sharp(noise, { raw }).jpeg({ quality: 90 }).toBuffer()
    const file = path.join(folder, `shot-${at + 1}.jpg`)
    await writeFile(file, [picture, randomFillSync(Buffer.alloc(fileBytes - picture.length))])
    paths.push(file)
  }
  return paths
}
