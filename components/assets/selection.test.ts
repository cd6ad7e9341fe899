import { describe, expect, it } from 'vitest'
import { allOrNone, extended, nothing, toggled, type Selection } from './selection'

const order = ['a', 'b', 'c', 'd', 'e']
const ids = (selection: Selection) => [...selection.ids].sort().join('')

describe('a selection', () => {
  it('takes an item in and out', () => {
    const once = toggled(nothing, 'b')
    expect(ids(once)).toBe('b')
    expect(ids(toggled(once, 'b'))).toBe('')
  })

  it.each([
    ['b', 'd', 'bcd'],
    ['d', 'b', 'bcd'],
    ['c', 'c', 'c'],
  ])('goes from %s to %s', (from, to, expected) => {
    expect(ids(extended(toggled(nothing, from), to, order))).toBe(expected)
  })

  it('keeps its anchor while it is extended, and what was there before', () => {
    const first = extended(toggled(toggled(nothing, 'e'), 'b'), 'c', order)
    expect(ids(first)).toBe('bce')
    expect(ids(extended(first, 'a', order))).toBe('abce')
  })

  it('begins where it is asked for when nothing was pressed, or that is gone', () => {
    expect(ids(extended(nothing, 'c', order))).toBe('c')
    expect(ids(extended({ ids: new Set(), anchor: 'gone' }, 'c', order))).toBe('c')
  })

  it('takes all, and none when it has all', () => {
    const all = allOrNone(toggled(nothing, 'a'), order)
    expect(ids(all)).toBe('abcde')
    expect(ids(allOrNone(all, order))).toBe('')
  })
})
