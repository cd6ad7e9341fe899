import { describe, expect, it } from 'vitest'
import { createFormat } from './format'

const iso = '2026-11-22T23:05:09Z'
const en = createFormat('en', 'UTC')
const zh = createFormat('zh', 'Asia/Shanghai')

describe('createFormat', () => {
  it.each([
    [en.day(iso), 'Sunday 22 November'],
    [en.moment(iso), 'Sun 22 Nov 2026, 23:05'],
    [en.time(iso), '23:05'],
    [en.timeSeconds(iso), '23:05:09'],
    [zh.day(iso), '11月23日 星期一'],
    [zh.moment(iso), '2026年11月23日 07:05'],
    [zh.time(iso), '07:05'],
  ])('writes %s', (written, expected) => {
    expect(written).toBe(expected)
  })

  it("takes the calendar day of the reader's zone", () => {
    expect(en.dayKey(iso)).toBe('2026-11-22')
    expect(zh.dayKey(iso)).toBe('2026-11-23')
  })

  it.each([
    [0.4, '0.40'],
    [1234.5, '1,234.50'],
    [0.0125, '0.0125'],
    [2.00001, '2.00'],
  ])('writes the amount %f as %s', (amount, text) => {
    expect(en.money(amount)).toBe(text)
  })

  it.each([
    [840_000, '840 kB'],
    [1_250_000, '1.3 MB'],
    [18_400_000, '18.4 MB'],
    [2_100_000_000, '2.1 GB'],
  ])('writes %d bytes as %s', (bytes, text) => {
    expect(en.bytes(bytes)).toBe(text)
  })
})
