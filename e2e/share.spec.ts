import type { Page } from '@playwright/test'
import type { Task } from '@/lib/schemas/task'
import { test } from './support/fresh-app'
import { makeLink, revoke } from './support/share'
import { expect, expectComplaints } from './support/test'

const crawler = 'Mozilla/5.0 (compatible; LarkUrl2png/1.0)'

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
