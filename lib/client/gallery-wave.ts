import type { DayFacts } from './gallery-layout'

/** One line of the scrubber: a day, or a few where there are more days than room. */
export type WaveLine = { from: number; to: number; y: number; length: number }
export type WaveMonth = { month: string; day: number; y: number; isYear: boolean }
export type Wave = { lines: readonly WaveLine[]; months: readonly WaveMonth[]; height: number }

const leastPitch = 2.5
const mostPitch = 9
/** Labels closer than this are dropped. */
const labelRoom = 16

/** The list as a waveform: one line per day, as long as that day was busy. */
export function waveOf(days: readonly DayFacts[], room: number): Wave {
  const count = days.length
  if (count === 0 || room <= 0) return { lines: [], months: [], height: 0 }
  const bucket = Math.max(1, Math.ceil((count * leastPitch) / room))
  const pitch = Math.min(mostPitch, room / Math.ceil(count / bucket))
  const busiest = Math.max(...days.map((day) => day.count))
  const lines: WaveLine[] = []
  for (let from = 0; from < count; from += bucket) {
    const to = Math.min(count, from + bucket)
    const most = Math.max(...days.slice(from, to).map((day) => day.count))
    const length = 0.08 + 0.92 * Math.sqrt(most / busiest)
    lines.push({ from, to, y: (lines.length + 0.5) * pitch, length })
  }
  const perDay = pitch / bucket
  const months: WaveMonth[] = []
  let last = -Infinity
  days.forEach(({ day }, at) => {
    const month = day.slice(0, 7)
    const before = days[at - 1]?.day
    if (before?.slice(0, 7) === month) return
    const y = at * perDay
    const isYear = before !== undefined && before.slice(0, 4) !== month.slice(0, 4)
    if (y - last < labelRoom && !isYear) return
    // A year's name is worth more than the month's before it.
    if (y - last < labelRoom) months.pop()
    last = y
    months.push({ month, day: at, y, isYear })
  })
  return { lines, months, height: lines.length * pitch }
}

/** Where a height on the wave leads: a day and how far into it. */
export function dayAtWave(days: number, wave: Wave, y: number): { day: number; share: number } {
  const at = Math.min(days - 0.001, Math.max(0, (y / wave.height) * days))
  return { day: Math.floor(at), share: at - Math.floor(at) }
}

/** The first day of the month before or after that of a day. */
export function monthStep(days: readonly DayFacts[], day: number, step: 1 | -1): number {
  const monthOf = (at: number) => days[at]?.day.slice(0, 7)
  const own = monthOf(day)
  let at = day
  if (step === 1) {
    while (at < days.length - 1 && monthOf(at) === own) at += 1
    return at
  }
  while (at > 0 && monthOf(at - 1) === own) at -= 1
  if (at !== day) return at
  const before = monthOf(at - 1)
  while (at > 0 && monthOf(at - 1) === before) at -= 1
  return at
}
