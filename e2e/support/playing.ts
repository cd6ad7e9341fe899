import { expect, type Locator } from '@playwright/test'

/** A clip that moves: its time advances and its picture is not black. */
export async function expectPlaying(video: Locator): Promise<void> {
  const start = await timeOf(video)
  await expect.poll(() => timeOf(video)).toBeGreaterThan(start + 0.3)
  expect(await brightness(video)).toBeGreaterThan(20)
}

function timeOf(video: Locator): Promise<number> {
  return video.evaluate((element: HTMLVideoElement) => element.currentTime)
}

/** Mean of the picture's red, green and blue, 0–255. */
function brightness(video: Locator): Promise<number> {
  return video.evaluate((element: HTMLVideoElement) => {
    const canvas = document.createElement('canvas')
    canvas.width = 64
    canvas.height = 36
    const context = canvas.getContext('2d')
    if (!context) throw new Error('The browser gives no canvas.')
    context.drawImage(element, 0, 0, canvas.width, canvas.height)
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
    let sum = 0
    for (let at = 0; at < data.length; at += 4) {
      sum += (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)
    }
    return sum / (data.length / 4) / 3
  })
}
