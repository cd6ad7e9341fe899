import type { Page } from '@playwright/test'

/** What was on screen at one moment: the media time of each clip's frame, in seconds. */
type Shown = number[]

declare global {
  interface Window {
    shownFrames: Shown[]
    shownNow: Shown
  }
}

/**
 * Notes the frames that all clips show, whenever one of them changes. People see canvases that lie over
 * the videos; what is drawn to them in one callback of an animation frame appears at once, so they are
 * noted after each callback that draws, with the time that each drawn frame carries. Nothing is left
 * out: not while clips seek either. For pages opened after it.
 */
export async function watchFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const times = new WeakMap<HTMLCanvasElement, number>()
    let drawn = false
    window.shownFrames = []
    window.shownNow = []
    const note = () => {
      drawn = false
      const canvases = [...document.querySelectorAll<HTMLCanvasElement>('figure canvas')]
      const shown = canvases.flatMap((canvas) => times.get(canvas) ?? [])
      if (shown.length < document.querySelectorAll('figure video').length) return
      window.shownFrames.push((window.shownNow = shown))
    }
    const { prototype } = CanvasRenderingContext2D
    prototype.drawImage = new Proxy(prototype.drawImage, {
      apply: (draw, context: CanvasRenderingContext2D, [image, ...where]: unknown[]) => {
        if (image instanceof VideoFrame) {
          times.set(context.canvas, image.timestamp / 1e6)
          if (!drawn) queueMicrotask(note)
          drawn = true
        }
        return Reflect.apply(draw, context, [image, ...where])
      },
    })
  })
}

/** The frames noted since the last time. */
export function takeFrames(page: Page): Promise<Shown[]> {
  return page.evaluate(() => window.shownFrames.splice(0))
}

/** How many were noted since the last time. */
export function countFrames(page: Page): Promise<number> {
  return page.evaluate(() => window.shownFrames.length)
}

/** The number of the frame that each clip shows now. */
export function framesNow(page: Page): Promise<number[]> {
  return page.evaluate(() => window.shownNow.map((time) => Math.round(time * 24)))
}

/** How far apart clips were, in frames of 24 a second. */
export function spreads(shown: readonly Shown[]): number[] {
  return shown.map((times) => (Math.max(...times) - Math.min(...times)) * 24)
}

/** The pixels of each clip: of the canvas that people see, and of the video under it. */
export function pictures(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const copy = (source: CanvasImageSource, width: number, height: number) => {
      const canvas = Object.assign(document.createElement('canvas'), { width, height })
      canvas.getContext('2d')?.drawImage(source, 0, 0)
      return canvas.toDataURL()
    }
    const seen = document.querySelectorAll<HTMLCanvasElement>('figure canvas')
    const under = document.querySelectorAll<HTMLVideoElement>('figure video')
    return [
      ...[...seen].map((canvas) => copy(canvas, canvas.width, canvas.height)),
      ...[...under].map((video) => copy(video, video.videoWidth, video.videoHeight)),
    ]
  })
}
