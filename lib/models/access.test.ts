import { describe, expect, it } from 'vitest'
import { isAtLeast, mayChange, mayEditOwn, maySee } from './access'
import { roles, type Role } from './member'

const member = (role: Role) => ({ id: 'me', name: 'Me', role })

describe('access', () => {
  it.each([
    // role, whose, visibility, see, change, edit own words
    ['admin', 'me', 'team', true, true, true],
    ['admin', 'other', 'team', true, true, true],
    ['admin', 'other', 'private', true, true, true],
    ['creator', 'me', 'team', true, true, true],
    ['creator', 'me', 'private', true, true, true],
    ['creator', 'other', 'team', true, false, false],
    ['creator', 'other', 'private', false, false, false],
    ['viewer', 'me', 'team', true, false, true],
    ['viewer', 'other', 'team', true, false, false],
    ['viewer', 'other', 'private', false, false, false],
  ] as const)('%s and what is %s, %s', (role, authorId, visibility, see, change, edit) => {
    const owned = { authorId, visibility }
    expect(maySee(member(role), owned)).toBe(see)
    expect(mayChange(member(role), owned)).toBe(change)
    expect(mayEditOwn(member(role), owned)).toBe(edit)
  })

  it('orders the roles', () => {
    const least = roles.map((role) => roles.filter((other) => isAtLeast({ role }, other)))
    expect(least).toEqual([['admin', 'creator', 'viewer'], ['creator', 'viewer'], ['viewer']])
  })
})
