import { describe, expect, it } from 'vitest'
import { frameOf, stepTime, timecode } from './timecode'

describe('timecode', () => {
  it.each([
    [0, '0:00f00'],
    [3.5, '0:03f12'],
    [0.041666, '0:00f01'],
    [0.999999, '0:01f00'],
    [61, '1:01f00'],
    [-1, '0:00f00'],
  ])('%f s reads %s', (seconds, text) => {
    expect(timecode(seconds)).toBe(text)
  })
})

describe('stepTime', () => {
  it('walks a clip frame by frame, forth and back, and stops at its ends', () => {
    const duration = 5
    let now = 0
    for (let frame = 1; frame < 120; frame++) {
      now = stepTime(now, 1, duration)
      expect(frameOf(now)).toBe(frame)
    }
    expect(frameOf(stepTime(now, 1, duration))).toBe(119)
    for (let frame = 118; frame >= 0; frame--) {
      now = stepTime(now, -1, duration)
      expect(frameOf(now)).toBe(frame)
    }
    expect(frameOf(stepTime(now, -1, duration))).toBe(0)
  })

  it('stays put in a clip without length', () => {
    expect(frameOf(stepTime(0, 1, 0))).toBe(0)
  })
})
