import { describe, expect, it } from 'vitest'
import { dayAtWave, monthStep, waveOf } from './gallery-wave'

const dayMs = 86_400_000
const daysFrom = (start: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    day: new Date(Date.parse(start) - at * dayMs).toISOString().slice(0, 10),
    count: 1 + ((at * 7) % 40),
    seconds: 10,
    ratio_sum: 5,
  }))

describe('the wave', () => {
  it.each([1, 12, 200, 730, 4000])('has room for %i days', (count) => {
    const wave = waveOf(daysFrom('2026-11-22', count), 780)
    expect(wave.height).toBeLessThanOrEqual(780.001)
    expect(wave.lines.at(0)!.from).toBe(0)
    expect(wave.lines.at(-1)!.to).toBe(count)
    for (const { length } of wave.lines) {
      expect(length).toBeGreaterThan(0)
      expect(length).toBeLessThanOrEqual(1)
    }
  })

  it('names months at least 16 px apart, and every year', () => {
    const wave = waveOf(daysFrom('2026-11-22', 1500), 780)
    wave.months
      .slice(1)
      .forEach(({ y }, at) => expect(y - wave.months[at]!.y).toBeGreaterThanOrEqual(16))
    expect(
      wave.months.filter(({ isYear }) => isYear).map(({ month }) => month.slice(0, 4)),
    ).toEqual(['2025', '2024', '2023', '2022'])
  })

  it('leads from its heights to all of its days', () => {
    const wave = waveOf(daysFrom('2026-11-22', 300), 780)
    expect(dayAtWave(300, wave, -20).day).toBe(0)
    expect(dayAtWave(300, wave, wave.height / 2).day).toBe(150)
    expect(dayAtWave(300, wave, 5000).day).toBe(299)
  })
})

describe('steps by month', () => {
  const days = daysFrom('2026-11-22', 90)
  it('go to the first day of the next month and of the one before', () => {
    const october = monthStep(days, 3, 1)
    expect(days[october]!.day).toBe('2026-10-31')
    expect(monthStep(days, october + 5, -1)).toBe(october)
    expect(monthStep(days, october, -1)).toBe(0)
    expect(monthStep(days, 89, 1)).toBe(89)
    expect(monthStep(days, 0, -1)).toBe(0)
  })
})
