/** The same number every time for the same seed: a seeded task is the same on every machine. */
export type Dice = {
  /** From 0 up to, not including, 1. */
  next(): number
  chance(part: number): boolean
  one<Value>(values: readonly Value[]): Value
  /** Early values far more often than late ones, as people's habits are. */
  often<Value>(values: readonly Value[]): Value
}

export function createDice(seed: number): Dice {
  let state = (seed * 2654435761) >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const at = <Value>(values: readonly Value[], part: number) =>
    values[Math.floor(part * values.length)] as Value
  return {
    next,
    chance: (part) => next() < part,
    one: (values) => at(values, next()),
    often: (values) => at(values, next() ** 2.5),
  }
}
