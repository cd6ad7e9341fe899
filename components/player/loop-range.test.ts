import { describe, expect, it } from 'vitest'
import { isRange, marked, wholeClip, wrapped } from './loop-range'

describe('a loop range', () => {
  it('grows from either end', () => {
    expect(marked(wholeClip, 'from', 2)).toEqual({ from: 2, to: null })
    expect(marked({ from: 2, to: null }, 'to', 4)).toEqual({ from: 2, to: 4 })
  })

  it('drops the end that a new mark leaves behind', () => {
    expect(marked({ from: 2, to: 4 }, 'from', 5)).toEqual({ from: 5, to: null })
    expect(marked({ from: 2, to: 4 }, 'to', 1)).toEqual({ from: null, to: 1 })
    expect(marked({ from: 2, to: 4 }, 'to', 2)).toEqual({ from: null, to: 2 })
  })

  it.each([
    [wholeClip, 3, null],
    [{ from: 2, to: 4 }, 3, null],
    [{ from: 2, to: 4 }, 4, 2],
    [{ from: null, to: 4 }, 4.2, 0],
    [{ from: 2, to: null }, 1, 2],
  ])('%j at %f s goes on at %s', (range, now, expected) => {
    expect(wrapped(range, now)).toBe(expected)
  })

  it('is one as soon as an end is set', () => {
    expect(isRange(wholeClip)).toBe(false)
    expect(isRange({ from: 0, to: null })).toBe(true)
  })
})
