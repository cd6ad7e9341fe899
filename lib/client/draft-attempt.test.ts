import { describe, expect, it } from 'vitest'
import { attemptFor } from './draft-attempt'

function counter(): () => string {
  let next = 0
  return () => `id-${++next}`
}

describe('attemptFor', () => {
  const input = { model: 'seedance2.0-sp', prompt: 'Fog' }

  it('gives every take a key of its own, and several takes a group', () => {
    const attempt = attemptFor(null, input, 3, counter())
    expect(new Set([...attempt.keys, attempt.group]).size).toBe(4)
  })

  it('gives one take no group', () => {
    expect(attemptFor(null, input, 1, counter()).group).toBeNull()
  })

  it('repeats the pending keys when the same thing is asked again', () => {
    const uuid = counter()
    const pending = attemptFor(null, input, 2, uuid)
    expect(attemptFor(pending, { ...input }, 2, uuid)).toBe(pending)
  })

  it.each([
    ['the input changed', { ...input, prompt: 'Rain' }, 2],
    ['the number of takes changed', input, 3],
  ])('asks with new keys when %s', (_, changed, takes) => {
    const uuid = counter()
    const pending = attemptFor(null, input, 2, uuid)
    const next = attemptFor(pending, changed, takes, uuid)
    expect(next.keys.filter((key) => pending.keys.includes(key))).toEqual([])
  })
})
