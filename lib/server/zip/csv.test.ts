import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toCsv } from './csv'

const cell = (text: string) => toCsv([[text]]).slice(1, -2)

it('quotes what has quotes, and keeps lines within a cell', () => {
  expect(
    toCsv([
      ['a', 'b'],
      ['say "hi"', 'one\r\ntwo'],
      [3, null],
    ]),
  ).toBe('\ufeff"a","b"\r\n"say ""hi""","one\ntwo"\r\n3,\r\n')
})

it.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =1',
  '"=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
  '=cmd|"/c calc"!A1',
  '%0a=1',
  '|x',
])('%j is no formula any more', (text) => {
  expect(cell(text)).toMatch(/^"'/)
})

it('words stay as they are', () => {
  expect(cell('纸船, drifting = slow')).toBe('"纸船, drifting = slow"')
})

it('whatever the text, it is one cell that begins no formula', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const inner = cell(text).slice(1, -1)
      expect(inner.replaceAll('""', '')).not.toContain('"')
      expect(inner).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]/)
    }),
  )
})
