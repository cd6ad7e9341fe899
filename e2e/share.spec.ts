import type { Page } from '@playwright/test'
import { localeCookie, locales, type Locale } from '@/lib/client/locale'
import type { Share } from '@/lib/schemas/share'
import type { Task } from '@/lib/schemas/task'
import { findings } from './support/axe'
import { test, type FreshApp } from './support/fresh-app'
import { expect, expectComplaints } from './support/test'

const crawler = 'Mozilla/5.0 (compatible; LarkUrl2png/1.0)'

async function makeLink(app: FreshApp, choice: Record<string, unknown> = {}): Promise<Share> {
  const response = await fetch(`${app.url}/api/tasks/${app.clips.finished.id}/shares`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(choice),
  })
  expect(response.status).toBe(201)
  return (await response.json()) as Share
}

const revoke = (app: FreshApp, { id }: Share) =>
  fetch(`${app.url}/api/shares/${id}`, { method: 'DELETE' })

/** Every word of a task that a reader of the page could not know but from us. */
function secretsOf(task: Task): string[] {
  return [
    task.id,
    task.input.prompt.slice(0, 24),
    task.model,
    task.gateway_task_id ?? '',
    task.result?.sha256 ?? '',
    task.result?.thumbhash ?? '',
    '"Local"',
    'Seedance',
    'seedance',
  ].filter(Boolean)
}

async function speak(page: Page, app: FreshApp, language: Locale): Promise<void> {
  await page.context().addCookies([{ name: localeCookie, value: language, url: app.url }])
}

function watchVideos(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    if (/\/(video|download)$/.test(new URL(request.url()).pathname)) asked.push(request.url())
  })
  return asked
}

const playing = (page: Page) =>
  page.locator('video').evaluate((video: HTMLVideoElement) => !video.paused)

test('shows the poster, fetches no video until it is asked to play, and obeys the keys', async ({
  page,
  app,
}) => {
  const link = await makeLink(app, { caption: 'The boat turns' })
  const asked = watchVideos(page)
  await page.goto(link.url)
  await expect(page).toHaveTitle('The boat turns')
  await expect(page.getByRole('heading', { name: 'The boat turns' })).toBeVisible()
  const poster = page.locator('main img')
  await expect
    .poll(() => poster.evaluate((img: HTMLImageElement) => img.naturalWidth))
    .toBeGreaterThan(0)
  await page.keyboard.press('m')
  await expect(page.getByRole('button', { name: 'Sound' })).toHaveAttribute('aria-pressed', 'false')
  expect(asked).toEqual([])

  await page.keyboard.press(' ')
  await expect.poll(() => playing(page)).toBe(true)
  await expect(poster).toHaveCount(0)
  expect(asked.length).toBeGreaterThan(0)
  await page.keyboard.press(' ')
  await expect.poll(() => playing(page)).toBe(false)
  const now = () => page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime)
  const before = await now()
  await page.keyboard.press('ArrowRight')
  await expect.poll(now).toBeGreaterThan(before + 0.9)
  await page.keyboard.press('l')
  await expect(page.getByRole('button', { name: 'Loop' })).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('f')
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.tagName)).toBe('VIDEO')
})

test('tells nothing that was not chosen, in any form of the page', async ({ app }) => {
  const link = await makeLink(app, { caption: 'The boat turns' })
  const secrets = secretsOf(app.clips.finished)
  const kinds: Record<string, string>[] = [
    {},
    { 'user-agent': crawler },
    { rsc: '1' },
    { rsc: '1', 'next-router-prefetch': '1' },
    { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
    { accept: 'application/json' },
  ]
  for (const headers of kinds) {
    const response = await fetch(link.url, { headers })
    const told = `${[...response.headers].join('\n')}\n${await response.text()}`
    for (const secret of secrets) expect(told, JSON.stringify(headers)).not.toContain(secret)
  }
  for (const file of ['video', 'poster']) {
    const { headers } = await fetch(`${link.url}/${file}`)
    const told = [...headers].join('\n')
    for (const secret of secrets) expect(told).not.toContain(secret)
    expect(headers.get('x-robots-tag')).toBe('noindex')
  }
})

test('shows the prompt and the settings where they were chosen', async ({ page, app }) => {
  const { finished } = app.clips
  const link = await makeLink(app, {
    show_prompt: true,
    show_settings: true,
    allow_download: true,
  })
  await page.goto(link.url)
  await expect(page).toHaveTitle('A clip')
  await expect(page.getByText(finished.input.prompt)).toBeVisible()
  await expect(page.getByText(finished.model)).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: /Download/ }).click()
  expect((await download).suggestedFilename()).toBe('Clip.mp4')
})

test('has a card whose poster a crawler can fetch', async ({ app }) => {
  const link = await makeLink(app, { caption: 'Quotes " and <b>tags</b>' })
  const response = await fetch(link.url, { headers: { 'user-agent': crawler } })
  expect(response.headers.get('cache-control')).toContain('no-store')
  expect(response.headers.get('referrer-policy')).toBe('no-referrer')
  expect(response.headers.get('x-robots-tag')).toBe('noindex')
  const html = await response.text()
  const head = html.slice(0, html.indexOf('</head>'))
  const meta = (name: string) =>
    new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(head)?.[1]
  expect(meta('og:title')).toBe('Quotes &quot; and &lt;b&gt;tags&lt;/b&gt;')
  expect(meta('twitter:card')).toBe('summary_large_image')
  expect(meta('og:image')).toBe(`${link.url}/poster`)
  expect(meta('robots')).toContain('noindex')
  const poster = await fetch(meta('og:image') ?? '')
  expect(poster.status).toBe(200)
  expect(poster.headers.get('content-type')).toBe('image/jpeg')
})

test('every link that opens nothing is the same page', async ({ page, app, complaints }) => {
  const [revoked, standing] = [await makeLink(app), await makeLink(app)]
  await revoke(app, revoked)
  const forged = `${standing.url.slice(0, -1)}${standing.url.endsWith('A') ? 'B' : 'A'}`
  const pageOf = async (url: string) => {
    const response = await fetch(url)
    const token = new URL(url).pathname.split('/').at(-1) ?? ''
    const policy = response.headers.get('content-security-policy') ?? ''
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none'
    const text = (await response.text()).replaceAll(token, 'TOKEN').replaceAll(nonce, 'NONCE')
    return { status: response.status, text }
  }
  const pages = await Promise.all([revoked.url, forged, `${app.url}/share/nothing`].map(pageOf))
  expect(pages.map(({ status }) => status)).toEqual([404, 404, 404])
  expect(new Set(pages.map(({ text }) => text)).size).toBe(1)
  await page.goto(revoked.url)
  await expect(page.getByRole('heading', { name: 'Nothing to see here' })).toBeVisible()
  expectComplaints(complaints, /404/)
})

test('a member makes a variation of it', async ({ page, app }) => {
  const link = await makeLink(app, { caption: 'The boat turns' })
  await page.goto(link.url)
  await page.getByRole('button', { name: 'Make a variation' }).click()
  await expect(page).toHaveURL(`${app.url}/`)
  await expect(page.getByRole('textbox', { name: 'Prompt' })).toHaveValue(
    app.clips.finished.input.prompt,
  )
})

for (const width of [1440, 390]) {
  for (const language of locales) {
    test(`axe finds nothing, ${language}, ${width} px`, async ({ page, app, complaints }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 900 })
      await speak(page, app, language)
      const link = await makeLink(app, {
        caption: 'The boat turns',
        show_prompt: true,
        show_settings: true,
        allow_download: true,
      })
      await page.goto(link.url)
      await expect(page.locator('html')).toHaveAttribute('lang', language === 'zh' ? 'zh-CN' : 'en')
      await expect(page.locator('video')).toBeAttached()
      const found = await findings(page, 'share')
      await page.goto(`${app.url}/share/nothing`)
      found.push(...(await findings(page, 'nothing')))
      expectComplaints(complaints, /404/)
      expect(found).toEqual([])
      await page.setViewportSize({ width: 320, height: 720 })
      await page.goto(link.url)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    })
  }
}

test('the dialog makes a link, copies it, and takes it back', async ({ page, app, browser }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`/tasks/${app.clips.finished.id}`)
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Share this clip' })
  await expect(dialog.getByText('This link opens on this machine only')).toBeVisible()
  const name = `For the client ${Date.now()}`
  await dialog.getByRole('textbox', { name: 'Caption' }).fill(name)
  await dialog.getByRole('checkbox', { name: 'Allow download' }).check()
  await dialog.getByRole('radio', { name: 'in 1 week' }).check()
  await dialog.getByRole('button', { name: 'Make link' }).click()
  const link = dialog.getByRole('listitem').filter({ hasText: name })
  await expect(link).toContainText('download · until')
  await link.getByRole('button', { name: 'Copy' }).click()
  await expect(link.getByRole('status')).toHaveText('Link copied')
  const url = await page.evaluate(() => navigator.clipboard.readText())

  const stranger = await browser.newPage()
  await stranger.goto(url)
  await expect(stranger).toHaveTitle(name)
  await link.getByRole('button', { name: `Take back the link “${name}”` }).click()
  await link.getByRole('button', { name: 'Take back', exact: true }).click()
  await expect(link).toHaveCount(0)
  expect((await stranger.reload())?.status()).toBe(404)
  await stranger.close()
})

for (const width of [1440, 390]) {
  for (const language of locales) {
    test(`axe finds nothing in the dialog, ${language}, ${width} px`, async ({ page, app }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 900 })
      await speak(page, app, language)
      await makeLink(app, { caption: 'The boat turns' })
      await page.goto(`/tasks/${app.clips.finished.id}`)
      await openDialog(page, language)
      await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible()
      expect(await findings(page, 'dialog')).toEqual([])
    })
  }
}

/** A phone has no room for the button: there it is in the menu. */
async function openDialog(page: Page, language: Locale): Promise<void> {
  const [share, more] = language === 'zh' ? ['分享', '更多'] : ['Share', 'More']
  const button = page.getByRole('button', { name: share, exact: true })
  if (await button.isVisible()) return button.click()
  await page.getByRole('button', { name: more, exact: true }).click()
  await page.getByRole('menuitem', { name: share }).click()
}
