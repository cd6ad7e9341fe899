import type { Page } from '@playwright/test'
import { locales, type Locale } from '@/lib/client/locale'
import { findings } from './support/axe'
import { test } from './support/fresh-app'
import { wideWhenNarrow } from './support/narrow'
import { makeLink } from './support/share'
import { speak, themeOf } from './support/speak'
import { expect, expectComplaints } from './support/test'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

for (const width of [1440, 390]) {
  for (const locale of locales) {
    test(`axe finds nothing, ${locale}, ${themeOf[locale]}, ${width} px`, async ({
      page,
      app,
      complaints,
    }) => {
      await page.setViewportSize({ width, height: 900 })
      await speak(page.context(), app.url, locale)
      const link = await makeLink(app, {
        caption: 'The boat turns',
        show_prompt: true,
        show_settings: true,
        allow_download: true,
      })
      await page.goto(link.url)
      const lang = locale === 'zh' ? 'zh-CN' : 'en'
      await expect(page.locator('html')).toHaveAttribute('lang', lang)
      await expect(page.locator('video')).toBeAttached()
      const found = await findings(page, 'share')
      found.push(...(await wideWhenNarrow(page, 'share')))
      await page.goto(`${app.url}/share/nothing`)
      found.push(...(await findings(page, 'nothing')))
      expectComplaints(complaints, /404/)

      await page.goto(`/tasks/${app.clips.finished.id}`)
      await openDialog(page, locale)
      await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible()
      found.push(...(await findings(page, 'dialog')))
      expect(found).toEqual([])
    })
  }
}

/** A phone has no room for the button: there it is in the menu. */
async function openDialog(page: Page, locale: Locale): Promise<void> {
  const [share, more] = locale === 'zh' ? ['分享', '更多'] : ['Share', 'More']
  const button = page.getByRole('button', { name: share, exact: true })
  if (await button.isVisible()) return button.click()
  await page.getByRole('button', { name: more, exact: true }).click()
  await page.getByRole('menuitem', { name: share }).click()
}
