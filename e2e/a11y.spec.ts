import { locales } from '@/lib/client/locale'
import type { Task } from '@/lib/schemas/task'
import { findings } from './support/axe'
import { test } from './support/fresh-app'
import { wideWhenNarrow } from './support/narrow'
import { speak, themeOf } from './support/speak'
import { states } from './support/states'
import { expect } from './support/test'

// Under reduced motion colours do not fade, so that axe measures them as they end.
test.use({ contextOptions: { reducedMotion: 'reduce' } })
test.describe.configure({ timeout: 240_000 })

for (const locale of locales) {
  for (const width of [1440, 390]) {
    const how = `${locale}, ${themeOf[locale]}, ${width} px`
    test(`axe finds nothing in any state, and nothing is too wide, ${how}`, async ({
      page,
      app,
    }) => {
      await page.setViewportSize({ width, height: 900 })
      await speak(page.context(), app.url, locale)
      await page.goto('/')
      const found: string[] = []
      for await (const state of states(page, app)) {
        found.push(...(await findings(page, state)))
        if (width === 390) found.push(...(await wideWhenNarrow(page, state)))
        const moving = await page.evaluate(() => document.getAnimations().length)
        if (moving > 0) found.push(`${state}: ${moving} animations under reduced motion`)
      }
      expect(found).toEqual([])
    })
  }
}

test.describe('on touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } })

  test('what one presses most is at least 44 px', async ({ page, app }) => {
    await page.goto('/')
    const { finished, failed, unconfirmed } = app.clips
    const card = ({ id }: Task) =>
      page.getByRole('article').filter({ has: page.locator(`[href="/tasks/${id}"]`) })
    const targets = {
      generate: page.getByRole('button', { name: 'Generate' }),
      model: page.getByRole('button', { name: /^seedance/ }),
      play: card(finished).getByRole('button', { name: 'Play' }),
      more: card(finished).getByRole('button', { name: 'More' }),
      fix: card(failed).getByRole('button').first(),
      settle: card(unconfirmed).getByRole('button').first(),
    }
    const sizes = await Promise.all(
      Object.entries(targets).map(async ([name, target]) => {
        const { width = 0, height = 0 } = (await target.boundingBox()) ?? {}
        return [name, Math.min(width, height) >= 44] as const
      }),
    )
    expect(sizes.filter(([, large]) => !large)).toEqual([])
  })
})
