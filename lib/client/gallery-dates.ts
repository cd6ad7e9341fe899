import type { Locale } from './locale'
import { perLocale } from './per-locale'

// A calendar day is the same wherever it is read, so its words are those of its noon in UTC.
const part = (options: Intl.DateTimeFormatOptions) => {
  const formats = perLocale((tag) => new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...options }))
  return (locale: Locale, day: string) => formats(locale).format(new Date(`${day}T12:00:00Z`))
}
const weekday = part({ weekday: 'long' })
const weekdayShort = part({ weekday: 'short' })
const month = part({ month: 'short' })
const monthNumber = part({ month: 'numeric' })
const dayOfMonth = part({ day: 'numeric' })
const year = part({ year: 'numeric' })

/** `Friday`, `星期五`. */
export const weekdayOf = weekday

/** `20 Nov`, `11月20日`; with the year where it is not the one of `today`. */
export function dateOf(locale: Locale, day: string, today: string): string {
  const sameYear = day.slice(0, 4) === today.slice(0, 4)
  if (locale === 'zh') {
    const date = `${monthNumber(locale, day)}${dayOfMonth(locale, day)}`
    return sameYear ? date : `${year(locale, day)}${date}`
  }
  const date = `${dayOfMonth(locale, day)} ${month(locale, day)}`
  return sameYear ? date : `${date} ${year(locale, day)}`
}

/** `Sun 22 Nov`, `11月22日 周日`. */
export function dateWithWeekday(locale: Locale, day: string, today: string): string {
  const date = dateOf(locale, day, today)
  const short = weekdayShort(locale, day)
  return locale === 'zh' ? `${date} ${short}` : `${short} ${date}`
}

/** `Nov 2026`, `2026年11月`. */
export function monthOf(locale: Locale, day: string): string {
  return locale === 'zh'
    ? `${year(locale, day)}${monthNumber(locale, day)}`
    : `${month(locale, day)} ${year(locale, day)}`
}

/** `Nov`, `11月`: beside the wave; January is called by its year. */
export function monthLabel(locale: Locale, day: string, isYear: boolean): string {
  if (isYear) return year(locale, day)
  return locale === 'zh' ? monthNumber(locale, day) : month(locale, day)
}
