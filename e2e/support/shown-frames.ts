import type { Page } from '@playwright/test'

/** What was on screen at one moment: the media time of each clip's frame, in seconds. */
type Shown = number[]

declare global {
  interface Window {
    shownFrames: Shown[]
  }
}

/**
 * Notes the frames that all clips show whenever one of them presents a new one. A clip that is told to
 * seek shows nothing that counts until it presents a frame again.
 */
export async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const videos = [...document.querySelectorAll('video')]
    const last: (number | null)[] = videos.map(() => null)
    let open: number | null = null
    window.shownFrames = []
    // Callbacks of one picture of the display come one after the other: it counts when all have come.
    const close = () => {
      if (open === null) return
      open = null
      if (last.every((time) => time !== null)) window.shownFrames.push([...last])
    }
    for (const [at, video] of videos.entries()) {
      video.addEventListener('seeking', () => (last[at] = null))
      const note: VideoFrameRequestCallback = (now, { mediaTime }) => {
        if (open !== now) close()
        open = now
        last[at] = video.seeking ? null : mediaTime
        queueMicrotask(() => requestAnimationFrame(close))
        video.requestVideoFrameCallback(note)
      }
      video.requestVideoFrameCallback(note)
    }
  })
}

/** The frames noted since the last time. */
export function takeFrames(page: Page): Promise<Shown[]> {
  return page.evaluate(() => window.shownFrames.splice(0))
}

/** How far apart clips were, in frames of 24 a second. */
export function spreads(shown: readonly Shown[]): number[] {
  return shown.map((times) => (Math.max(...times) - Math.min(...times)) * 24)
}
