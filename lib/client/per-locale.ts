import { languageTag, type Locale } from './locale'

/** One `Intl` formatter per language, made when it is first asked for: making one costs more than a render. */
export function perLocale<Formatter>(
  make: (tag: string) => Formatter,
): (locale: Locale) => Formatter {
  const made = new Map<Locale, Formatter>()
  return (locale) => {
    const known = made.get(locale)
    if (known !== undefined) return known
    const formatter = make(languageTag[locale])
    made.set(locale, formatter)
    return formatter
  }
}
