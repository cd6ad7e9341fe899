import { describe, expect, it } from 'vitest'
import { beyond, readCursor, toCursor } from './keyset'

const position = {
  createdAt: new Date('2026-11-22T08:30:00.123Z'),
  id: '019ab2c4-11aa-7c3e-9f00-5b6d7e8f9a0b',
}
const word = (text: string) => Buffer.from(text).toString('base64url')

describe('a cursor', () => {
  it('leads back to where the page ended', () => {
    expect(readCursor(toCursor(position))).toEqual(position)
  })

  it('can stand in an address as it is', () => {
    expect(toCursor(position)).toMatch(/^[\w-]+$/)
  })

  it.each([
    '',
    'guess',
    word('1'),
    word(`.${position.id}`),
    word(`-1.${position.id}`),
    word(`1234567890123456.${position.id}`),
    word(`1.${position.id}x`),
    word(`1.${position.id.toUpperCase()}`),
  ])('%j was never given out', (cursor) => {
    expect(() => readCursor(cursor)).toThrow(
      expect.objectContaining({
        code: 'invalid_input',
        fields: { cursor: [expect.objectContaining({ code: 'cursor' })] },
      }),
    )
  })
})

it('what lies beyond a place is older, or as old with a smaller id', () => {
  const { createdAt, id } = position
  expect(beyond(position)).toEqual({
    createdAt: { lte: createdAt },
    OR: [{ createdAt: { lt: createdAt } }, { id: { lt: id } }],
  })
})
