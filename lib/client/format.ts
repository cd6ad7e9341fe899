import { languageTag, type Locale } from './locale'
import { perLocale } from './per-locale'

const amounts = perLocale(
  (tag) => new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 4 }),
)

/**
 * Dates, numbers and money in the reader's language and zone. Dates are put together from single
 * parts, because whole patterns differ between the server's and the browser's version of CLDR and
 * the page must read the same in both.
 */
export type Format = ReturnType<typeof createFormat>

export function createFormat(locale: Locale, timeZone: string) {
  const tag = languageTag[locale]
  const part = (options: Intl.DateTimeFormatOptions) => {
    let formatter: Intl.DateTimeFormat | undefined
    return (iso: string | number | Date) => {
      formatter ??= new Intl.DateTimeFormat(tag, { timeZone, ...options })
      return formatter.format(new Date(iso))
    }
  }
  const weekday = part({ weekday: 'long' })
  const weekdayShort = part({ weekday: 'short' })
  const month = part({ month: locale === 'zh' ? 'numeric' : 'long' })
  const monthShort = part({ month: locale === 'zh' ? 'numeric' : 'short' })
  const day = part({ day: 'numeric' })
  const year = part({ year: 'numeric' })
  const clock = part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const clockSeconds = part({
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  // In Chinese the single parts come with their own characters (11月, 22日).
  const dayKeyFormat = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })

  return {
    /** `Saturday 22 November`, `11月22日 星期六`. */
    day: (iso: string | Date) =>
      locale === 'zh'
        ? `${month(iso)}${day(iso)} ${weekday(iso)}`
        : `${weekday(iso)} ${day(iso)} ${month(iso)}`,
    /** `Sun 22 Nov 2026, 11:42`. */
    moment: (iso: string | Date) =>
      locale === 'zh'
        ? `${year(iso)}${monthShort(iso)}${day(iso)} ${clock(iso)}`
        : `${weekdayShort(iso)} ${day(iso)} ${monthShort(iso)} ${year(iso)}, ${clock(iso)}`,
    /** `14:05`. */
    time: (iso: string | Date) => clock(iso),
    /** `14:05:09`. */
    timeSeconds: (iso: string | Date) => clockSeconds(iso),
    /** `2026-11-22`, the calendar day in the reader's zone; sorts and compares as text. */
    dayKey: (iso: string | number | Date) => {
      const parts = dayKeyFormat.formatToParts(new Date(iso))
      const value = (type: string) => parts.find((candidate) => candidate.type === type)?.value
      return `${value('year')}-${value('month')}-${value('day')}`
    },
    number: (value: number, options?: Intl.NumberFormatOptions) =>
      new Intl.NumberFormat(tag, options).format(value),
    /** An amount in JimiCoin without its unit: two decimals, more only where they say something. */
    money: (value: number) => amounts(locale).format(value),
    /** `18.4 MB`. */
    bytes: (value: number) => {
      const [size, unit] =
        value >= 1e9
          ? [value / 1e9, 'GB']
          : value >= 1e6
            ? [value / 1e6, 'MB']
            : [value / 1e3, 'kB']
      const digits = size < 100 ? 1 : 0
      return `${new Intl.NumberFormat(tag, { maximumFractionDigits: digits }).format(size)} ${unit}`
    },
  }
}
