import type { BrowserContext } from '@playwright/test'
import { localeCookie, type Locale } from '@/lib/client/locale'
import { themeCookie } from '@/lib/client/theme'

/** A language changes no colour and a theme no word, so that each language is looked at in one theme. */
export const themeOf = { en: 'light', zh: 'dark' } as const satisfies Record<Locale, string>

/** Shows every page in this language, and in the theme that goes with it here. */
export async function speak(context: BrowserContext, url: string, locale: Locale): Promise<void> {
  const cookies = { [localeCookie]: locale, [themeCookie]: themeOf[locale] }
  await context.addCookies(
    Object.entries(cookies).map(([name, value]) => ({ name, value, url: new URL(url).origin })),
  )
}
