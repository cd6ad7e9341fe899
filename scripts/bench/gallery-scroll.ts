import type { Browser, CDPSession, Page } from '@playwright/test'
import { flingGallery, type Fling } from './gallery-fling'

export type GalleryScroll = {
  fling: Fling
  /** Milliseconds to the first poster after a jump to the oldest clips or back, whichever takes longer. */
  jump: number
  /** Megabytes of heap that 10,000 clips there and back leave behind. */
  heap: number
  /** Milliseconds from intent (after the wait for it) to the first moving picture, 95th percentile. */
  preview: number
}

const intentMs = 150
const hovers = 20

/** What scrolling through a gallery costs. It has to hold some ten thousand clips (`npm run seed`). */
export async function measureGalleryScroll(
  browser: Browser,
  address: string,
): Promise<GalleryScroll> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${address}/gallery`, { waitUntil: 'networkidle' })
  await postersShown(page)
  const session = await context.newCDPSession(page)

  const jump = Math.max(await jumpTime(page, 'End'), await jumpTime(page, 'Home'))
  await postersShown(page)
  const preview = await previewTime(page)

  // What the first clips bring with them for good (code, formats, the browser's own) is not counted.
  await scrollClips(page, 1_000)
  const before = await heapOf(session)
  await scrollClips(page, 10_000)
  const heap = ((await heapOf(session)) - before) / 1e6

  const fling = await flingGallery(browser, page)
  await context.close()
  return { fling, jump, heap, preview }
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize
}

// Nothing in what the page evaluates has a name of its own: the compiler would mark it with a helper
// that the page does not have.

/** Every clip in the page has its picture, and it has been drawn. */
async function postersShown(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const clips = document.querySelectorAll('[data-tile]')
    const posters = [...document.querySelectorAll<HTMLImageElement>('[data-tile] img')]
    return (
      clips.length > 0 && posters.length === clips.length && posters.every((one) => one.complete)
    )
  })
  await page.evaluate(() => new Promise(requestAnimationFrame))
}

/** From a key on the scrubber to a poster in view that has been drawn. */
async function jumpTime(page: Page, key: 'Home' | 'End'): Promise<number> {
  return page.evaluate(async (name) => {
    const slider = document.querySelector<HTMLElement>('[role=slider]')
    const start = performance.now()
    slider?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }))
    for (;;) {
      await new Promise(requestAnimationFrame)
      const posters = document.querySelectorAll<HTMLImageElement>('[data-tile] img')
      const isShown = [...posters].some((image) => {
        const { top, bottom } = image.getBoundingClientRect()
        return image.complete && image.naturalWidth > 0 && bottom > 100 && top < window.innerHeight
      })
      if (isShown) return performance.now() - start
      if (performance.now() - start > 10_000) return Infinity
    }
  }, key)
}

/** Down through so many clips and back up again, reading them all. */
async function scrollClips(page: Page, clips: number): Promise<void> {
  await page.evaluate(async (wanted) => {
    const seen = new Set<string | undefined>()
    const start = window.scrollY
    let still = 0
    while (seen.size < wanted && still < 100) {
      const { size } = seen
      window.scrollBy({ top: 250, behavior: 'instant' })
      await new Promise((resolve) => setTimeout(resolve, 30))
      for (const tile of document.querySelectorAll<HTMLElement>('[data-tile]')) {
        seen.add(tile.dataset.tile)
      }
      still = seen.size === size ? still + 1 : 0
    }
    if (seen.size < wanted) throw new Error(`The gallery showed ${seen.size} of ${wanted} clips.`)
    seen.clear()
    while (window.scrollY > start) {
      window.scrollBy({ top: -1_400, behavior: 'instant' })
      await new Promise((resolve) => setTimeout(resolve, 30))
    }
    window.scrollTo({ top: start, behavior: 'instant' })
  }, clips)
  await postersShown(page)
}

async function previewTime(page: Page): Promise<number> {
  const times: number[] = []
  const tiles = page.locator('[data-tile]')
  const count = await tiles.count()
  for (let hover = 0; hover < hovers; hover += 1) {
    await page.mouse.move(300, 20)
    const moving = page.evaluate(async (wait) => {
      await new Promise((resolve) =>
        document.addEventListener('pointerover', resolve, { once: true, capture: true }),
      )
      const start = performance.now() + wait
      for (;;) {
        await new Promise(requestAnimationFrame)
        const video = document.querySelector('video')
        if (video && video.currentTime > 0) return Math.max(0, performance.now() - start)
        if (performance.now() - start > 5_000) return Infinity
      }
    }, intentMs)
    await tiles.nth((hover * 3) % Math.min(20, count)).hover()
    times.push(await moving)
  }
  await page.mouse.move(300, 20)
  return times.sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? Infinity
}
