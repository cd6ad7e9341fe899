import type { Browser, CDPSession, Page } from '@playwright/test'
import { median } from './listing'

/** CPU slowdown of the measurements, as a slow laptop or a phone. */
const slowdown = 4

/** One of each line, so that fields come, go and change. */
const models = [
  'seedance2.0-md',
  'seedance2.0-sp',
  'seedance2.0-fast-i2v',
  'sd2_mx_video_4k',
  'seedance2.0-mini-sp',
  'seedance2.0-std',
  'sd2_mx_720p',
  'seedance2.0-mini-video',
]

const keystrokes = 20

export type Interaction = {
  /** The slowest switch of the model, milliseconds from the key to the next paint (as INP counts). */
  modelSwitch: number
  /** Median script time of a keystroke in a long prompt, milliseconds. */
  keystroke: number
  /** The same in a textarea on a page without any code. */
  bareKeystroke: number
}

export async function measureInteraction(browser: Browser, url: string): Promise<Interaction> {
  const page = await browser.newPage()
  const session = await page.context().newCDPSession(page)
  await page.goto(url, { waitUntil: 'networkidle' })
  await openPicker(page)
  await page.keyboard.press('Escape')
  await watchEvents(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })

  const switches: number[] = []
  for (const model of models) {
    await openPicker(page)
    await page.keyboard.type(model)
    await forgetEvents(page)
    await page.keyboard.press('Enter')
    switches.push(await slowestEvent(page))
  }

  const prompt = page.getByRole('textbox', { name: 'Prompt' })
  await prompt.fill('A lantern drifts. '.repeat(112).slice(0, 2000))
  const keystroke = await typingTime(page, session)
  await page.close()

  const bare = await browser.newPage()
  const bareSession = await bare.context().newCDPSession(bare)
  await bare.setContent('<textarea></textarea>')
  await bareSession.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await bare.locator('textarea').fill('A lantern drifts. '.repeat(112).slice(0, 2000))
  const bareKeystroke = await typingTime(bare, bareSession)
  await bare.close()
  return { modelSwitch: Math.max(...switches), keystroke, bareKeystroke }
}

async function openPicker(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(seedance|sd2)/ }).click()
  await page.getByRole('combobox').waitFor()
}

/** Median script time of one keystroke, in milliseconds of the slowed CPU. */
async function typingTime(page: Page, session: CDPSession): Promise<number> {
  await session.send('Performance.enable')
  const script = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000
  }
  const times: number[] = []
  for (let stroke = 0; stroke < keystrokes; stroke += 1) {
    const before = await script()
    await page.keyboard.press('a')
    await page.evaluate(() => new Promise(requestAnimationFrame))
    times.push((await script()) - before)
  }
  return median(times)
}

declare global {
  interface Window {
    slowestEvent: number
  }
}

export function watchEvents(page: Page): Promise<void> {
  return page.evaluate(() => {
    window.slowestEvent = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        window.slowestEvent = Math.max(window.slowestEvent, entry.duration)
      }
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  })
}

function forgetEvents(page: Page): Promise<void> {
  return page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    window.slowestEvent = 0
  })
}

/** Milliseconds, in steps of 8; 0 when nothing took 16. */
export function slowestEvent(page: Page): Promise<number> {
  return page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    return window.slowestEvent
  })
}
