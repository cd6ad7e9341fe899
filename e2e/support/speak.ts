import type { BrowserContext } from '@playwright/test'
import { localeCookie, type Locale } from '@/lib/client/locale'
import { themeCookie } from '@/lib/client/theme'

/** The theme in which pages of a language are looked at whole; in the other, only at their colours. */
export const themeOf = { en: 'light', zh: 'dark' } as const satisfies Record<Locale, string>

/** Shows every page in this language, and in the theme that goes with it here. */
export async function speak(context: BrowserContext, url: string, locale: Locale): Promise<void> {
  const cookies = { [localeCookie]: locale, [themeCookie]: themeOf[locale] }
  await context.addCookies(
    Object.entries(cookies).map(([name, value]) => ({ name, value, url: new URL(url).origin })),
  )
}
