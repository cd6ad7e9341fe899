import { describe, expect, it } from 'vitest'
import { initialsOf } from './face'

describe('initialsOf', () => {
  it.each([
    ['Li Wen', 'LW'],
    ['Jonas', 'JO'],
    ['Ada M. Byron', 'AB'],
    ['x', 'X'],
    ['李文静', '文静'],
    ['王 芳', '王芳'],
    ['', '?'],
    ['  ', '?'],
    ['😀😀 x', '😀X'],
  ])('%j reads %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })
})
