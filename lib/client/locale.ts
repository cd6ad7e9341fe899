/** The languages of the face. `zh` is Simplified Chinese. */
export const locales = ['en', 'zh'] as const
export type Locale = (typeof locales)[number]

export const localeCookie = 'lang'

/** What `<html lang>` and `Intl` are told. English dates and times are written the 24-hour way. */
export const languageTag: Record<Locale, string> = { en: 'en-GB', zh: 'zh-CN' }

function asLocale(value: string | undefined): Locale | undefined {
  return locales.find((locale) => locale === value)
}

/** The cookie decides; without one, the first language of `Accept-Language` (by weight) that we speak. */
export function chooseLocale(cookie: string | undefined, acceptLanguage: string | null): Locale {
  const asked = asLocale(cookie)
  if (asked) return asked
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const weight = parameters.find((parameter) => parameter.trim().startsWith('q='))
      return { tag: tag.toLowerCase(), weight: weight ? Number(weight.split('=')[1]) : 1 }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  for (const { tag } of wanted) {
    const spoken = asLocale(tag.split('-')[0])
    if (spoken) return spoken
  }
  return 'en'
}
