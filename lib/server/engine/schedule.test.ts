import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askDelay, askFloorSeconds, backOff, reviewDelay } from './schedule'

/** Every moment at which one task of the given length is asked about, seconds after it was accepted. */
function asks(takes: number, typical: number | null): number[] {
  const at: number[] = []
  let age = 0
  do {
    age += askDelay({ age, typical, failures: 0, retryAfter: null })
    at.push(age)
  } while (age < takes)
  return at
}

describe('when the gateway is asked', () => {
  it('never asks more often than the floor', () => {
    const seconds = fc.double({ min: 0, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(seconds, fc.option(seconds), fc.nat(20), fc.option(seconds), (...values) => {
        const [age, typical, failures, retryAfter] = values
        expect(askDelay({ age, typical, failures, retryAfter })).toBeGreaterThanOrEqual(
          askFloorSeconds,
        )
      }),
    )
  })

  it('asks at most 14 times about a two-minute task of a model it knows', () => {
    expect(asks(120, 120).length).toBeLessThanOrEqual(14)
  })

  it('notices the end within the floor when a task takes about as long as usual', () => {
    for (const takes of [80, 100, 120, 150, 200]) {
      expect(asks(takes, 120).at(-1)! - takes).toBeLessThanOrEqual(askFloorSeconds)
    }
  })

  it.each([
    { what: 'a task past half an hour, once a minute', age: 1801, delay: 60 },
    { what: 'a task past a day, every ten minutes', age: 90_000, delay: 600 },
  ])('still asks about $what', ({ age, delay }) => {
    expect(askDelay({ age, typical: 120, failures: 0, retryAfter: null })).toBe(delay)
  })

  it('backs off after failures and honours a longer wish of the gateway', () => {
    const moment = { age: 60, typical: 120 }
    expect(askDelay({ ...moment, failures: 1, retryAfter: null })).toBe(5)
    expect(askDelay({ ...moment, failures: 4, retryAfter: null })).toBe(40)
    expect(askDelay({ ...moment, failures: 99, retryAfter: null })).toBe(300)
    expect(askDelay({ ...moment, failures: 1, retryAfter: 42 })).toBe(42)
  })
})

describe('reviewDelay', () => {
  it.each([
    { what: 'a fresh submission', age: 0, failures: 0, retryAfter: null, delay: 5 },
    { what: 'a review of five minutes', age: 300, failures: 0, retryAfter: null, delay: 15 },
    { what: 'a review of half an hour', age: 1800, failures: 0, retryAfter: null, delay: 60 },
    { what: 'a review of a day', age: 86_400, failures: 0, retryAfter: null, delay: 600 },
    { what: 'a failed look', age: 10, failures: 1, retryAfter: null, delay: 5 },
    { what: 'many failed looks', age: 10, failures: 99, retryAfter: null, delay: 300 },
    { what: 'a wish of the gateway', age: 10, failures: 1, retryAfter: 42, delay: 42 },
  ])('waits $delay s after $what', ({ delay, ...moment }) => {
    expect(reviewDelay(moment)).toBe(delay)
  })
})

it('doubles from the first wait to the longest', () => {
  expect([1, 2, 3, 4, 9].map((failures) => backOff(failures, 2, 30))).toEqual([2, 4, 8, 16, 30])
})
