import { expect, it } from 'vitest'
import { cutText } from './cut-text'

it.each([
  ['lantern', 3, 'lan'],
  ['灯笼漂过湖面', 2, '灯笼'],
  ['🏮🏮🏮', 2, '🏮🏮'],
  ['a🏮b', 1, 'a'],
  ['short', 60, 'short'],
  ['', 5, ''],
])('%j cut to %i is %j', (text, most, expected) => {
  expect(cutText(text, most)).toBe(expected)
})
