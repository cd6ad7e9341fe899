import { basename } from 'node:path'
import type { Page, TestInfo } from '@playwright/test'
import { gate } from './support/gate'
import { heavyPhoto } from './support/material'
import { expect, expectComplaints, test } from './support/test'
import { onUpload } from './support/upload-requests'

const MB = 1_000_000

test.describe.configure({ timeout: 240_000 })

/** A slow way to the server, as Chromium makes it: bytes per second. */
async function throttle(page: Page, bytes: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 20,
    downloadThroughput: -1,
    uploadThroughput: bytes,
  })
}

/** Paths of that many pictures, each of its own content. */
function photos(info: TestInfo, count: number, bytes: number): Promise<string[]> {
  const stamp = Date.now()
  return Promise.all(
    Array.from({ length: count }, (_, at) =>
      heavyPhoto(info.outputPath(`shot-${at + 1}-${stamp}.png`), bytes),
    ),
  )
}

async function choose(page: Page, button: string | RegExp, paths: readonly string[]) {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('form').getByRole('button', { name: button }).first().click(),
  ])
  await chooser.setFiles([...paths])
}

test('thirty heavy files on a slow link: progress on each, and the words come as they are typed', async ({
  studio,
  composer,
  page,
}, info) => {
  const files = await photos(info, 30, 20 * MB)
  await studio.choose('seedance2.0-sp')
  await composer.setMode('References')
  await throttle(page, 4 * MB)
  const tray = composer.tray('References')
  const shelf = composer.form.getByRole('region', { name: 'Uploads to the library' })
  await choose(page, /^Drop files/, files)
  await expect(tray.getByRole('button', { name: /^Image9: / })).toBeVisible()
  await expect(shelf.getByRole('listitem')).toHaveCount(21)
  await expect(composer.form.getByRole('progressbar')).toHaveCount(3)
  await expect(tray.getByText(/^[1-9]\d* %$/).first()).toBeVisible()

  await studio.prompt.click()
  await page.keyboard.type('Fog lifts off a pine ridge at first light; slow aerial rise.', {
    delay: 30,
  })
  await expect(studio.prompt).toHaveValue(
    'Fog lifts off a pine ridge at first light; slow aerial rise.',
  )
})

test('a reload keeps what finished, and goes on with the rest once the files are chosen again', async ({
  studio,
  composer,
  page,
}, info) => {
  const files = await photos(info, 4, MB)
  const nameOf = (at: number) => basename(files[at] ?? '')
  await studio.choose('seedance2.0-sp')
  await composer.setMode('References')
  const held = gate()
  await onUpload(page, async (route, name) => {
    if (name === nameOf(2) || name === nameOf(3)) await held.opened
    await route.continue()
  })
  await choose(page, /^Drop files/, files)
  const tray = composer.tray('References')
  await expect
    .poll(() =>
      page.evaluate(() => localStorage.getItem('dailies.drafts')?.match(/media:\/\//g)?.length),
    )
    .toBe(2)

  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await page.reload()
  held.open()
  await studio.ready()
  await expect(tray.getByText('Not finished', { exact: true })).toHaveCount(2)
  const shelf = composer.form.getByRole('region', { name: 'Uploads to the library' })
  await expect(shelf).toContainText('2 files were not finished')
  await choose(page, 'Choose again', files.slice(2))
  await expect(shelf).toBeHidden()
  await expect(tray.getByRole('button', { name: `Image4: ${nameOf(3)}` })).toBeVisible()
  await expect(tray.getByText('Not finished', { exact: true })).toHaveCount(0)
  await expect(tray.getByRole('progressbar')).toHaveCount(0)
})

test('a file that is cancelled gives its place up; one that failed is sent again', async ({
  studio,
  composer,
  page,
  complaints,
}, info) => {
  const files = await photos(info, 2, MB)
  const nameOf = (at: number) => basename(files[at] ?? '')
  await studio.choose('seedance2.0-sp')
  await composer.setMode('References')
  const held = gate()
  let reachable = false
  await onUpload(page, async (route, name) => {
    if (name === nameOf(0)) await held.opened
    if (reachable && name === nameOf(1)) await route.continue()
    else await route.abort().catch(() => {})
  })
  await choose(page, /^Drop files/, files)
  const tray = composer.tray('References')
  await expect(tray.getByText('Image2: The server could not be reached.')).toBeVisible()
  reachable = true
  await tray.getByRole('button', { name: 'Try again' }).click()
  await expect(tray.getByText('The server could not be reached.')).toBeHidden()

  await tray.getByRole('button', { name: `Image1: ${nameOf(0)}` }).hover()
  await tray.getByRole('button', { name: 'Cancel Image1' }).click()
  held.open()
  await expect(tray.getByRole('button', { name: `Image1: ${nameOf(1)}` })).toBeVisible()
  await expect(tray.getByRole('progressbar')).toHaveCount(0)
  await expect(composer.form.getByText('1 of 9 images')).toBeVisible()
  expectComplaints(complaints, /net::ERR_FAILED/)
})
