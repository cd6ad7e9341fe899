import { describe, expect, it } from 'vitest'
import { leastOf } from './difference-rows'

describe('leastOf', () => {
  it('names the one smallest and how far it is from the next', () => {
    expect(leastOf([0.64, 0.32])).toEqual({ at: 1, times: 2 })
    expect(leastOf([3, 1, 4, 2])).toEqual({ at: 1, times: 2 })
  })

  it('names none where it is shared or something is unknown', () => {
    expect(leastOf([1, 1, 2])).toBeNull()
    expect(leastOf([1, null])).toBeNull()
    expect(leastOf([1])).toBeNull()
  })
})
