import { expect, it } from 'vitest'
import { mentionQuery } from './mention-query'

it.each([
  ['a bare @', 'pan to @', 8, { start: 7, end: 8, text: '' }],
  ['letters after it', 'pan to @Ima', 11, { start: 7, end: 11, text: 'Ima' }],
  ['a Chinese token after Chinese text', '镜头移向@图片', 7, { start: 4, end: 7, text: '图片' }],
  ['a number', '@Image1', 7, { start: 0, end: 7, text: 'Image1' }],
  ['the caret before the @', 'pan @', 4, null],
  ['text after the token', '@Image1 walks', 13, null],
  ['an address', 'mail me@example', 15, null],
])('%s', (_, text, caret, expected) => {
  expect(mentionQuery(text, caret)).toEqual(expected)
})
