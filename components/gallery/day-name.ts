import { dateOf, dateWithWeekday, weekdayOf } from '@/lib/client/gallery-dates'
import type { I18n } from '@/lib/client/i18n'

const dayMs = 24 * 60 * 60 * 1000

export type DayName = {
  /** `Today`, `Friday`, or the date where a weekday says too little. */
  name: string
  /** What stands beside it. */
  date: string
  full: string
}

/** How a calendar day is called on the day `today`. */
export function dayName({ t, locale }: I18n, day: string, today: string): DayName {
  const ago = Math.round((Date.parse(today) - Date.parse(day)) / dayMs)
  if (ago < 0 || ago >= 7) {
    const date = dateWithWeekday(locale, day, today)
    return { name: date, date: '', full: date }
  }
  const near = ago === 0 ? 'gallery.today' : ago === 1 ? 'gallery.yesterday' : null
  const name = near === null ? weekdayOf(locale, day) : t(near)
  const date = (near === null ? dateOf : dateWithWeekday)(locale, day, today)
  return { name, date, full: `${name}, ${date}` }
}
