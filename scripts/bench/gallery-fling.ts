import type { Browser, Page } from '@playwright/test'
import { longestTask, type LongestTask } from './longest-task'

const flingMs = 10_000
/** Pixels a second: as fast as a hand sends a long page. */
const flingSpeed = 6_000
const slowdown = 4

declare global {
  interface Window {
    fling: { cards: number; longest: number; watching: { disconnect: () => void }[] }
  }
}

export type Fling = LongestTask & {
  /** The most cards that were in the page at once. */
  cards: number
  /** Milliseconds of the longest task by the clock, as the page itself is told; 0 where none took 50. */
  clock: number
}

/**
 * A fling of ten seconds as a wheel makes it, at 4× CPU slowdown: the browser's compositor scrolls, the
 * page's thread follows. Nothing in what the page evaluates has a name of its own: the compiler would
 * mark it with a helper that the page does not have.
 */
export async function flingGallery(browser: Browser, page: Page): Promise<Fling> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await page.evaluate(() => {
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        window.fling.longest = Math.max(window.fling.longest, duration)
      }
    })
    const counter = new MutationObserver(() => {
      const { length } = document.querySelectorAll('[data-tile]')
      window.fling.cards = Math.max(window.fling.cards, length)
    })
    const { length } = document.querySelectorAll('[data-tile]')
    window.fling = { cards: length, longest: 0, watching: [observer, counter] }
    observer.observe({ type: 'longtask' })
    counter.observe(document.body, { childList: true, subtree: true })
  })
  const start = await page.evaluate(() => window.scrollY)
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] })
  await session.send('Input.synthesizeScrollGesture', {
    x: 600,
    y: 500,
    yDistance: (-flingMs / 1000) * flingSpeed,
    speed: flingSpeed,
    gestureSourceType: 'mouse',
  })
  const trace = await browser.stopTracing()
  const { end, cards, longest } = await page.evaluate(() => {
    for (const one of window.fling.watching) one.disconnect()
    return { end: window.scrollY, cards: window.fling.cards, longest: window.fling.longest }
  })
  if (end - start < (flingMs / 1000) * flingSpeed * 0.8) {
    throw new Error(`The fling went ${end - start} px far.`)
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  return { cards, clock: longest, ...longestTask(trace) }
}
