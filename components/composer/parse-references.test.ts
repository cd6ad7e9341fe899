import { describe, expect, it } from 'vitest'
import { parseReferences } from './parse-references'

describe('parseReferences', () => {
  it.each([
    ['nothing', '', []],
    ['one link', 'https://a.example/1.jpg', ['https://a.example/1.jpg']],
    [
      'one per line',
      'https://a.example/1.jpg\n https://a.example/2.jpg\r\n',
      ['https://a.example/1.jpg', 'https://a.example/2.jpg'],
    ],
    [
      'commas before a scheme',
      'https://a.example/1.jpg,asset://b',
      ['https://a.example/1.jpg', 'asset://b'],
    ],
    [
      'a comma inside a link',
      'https://a.example/w_200,h_100/1.jpg',
      ['https://a.example/w_200,h_100/1.jpg'],
    ],
    [
      'full-width commas',
      'https://a.example/1.jpg，https://a.example/2.jpg',
      ['https://a.example/1.jpg', 'https://a.example/2.jpg'],
    ],
    [
      'quotes, brackets and a trailing comma',
      '<https://a.example/1.jpg>, "asset://b",',
      ['https://a.example/1.jpg', 'asset://b'],
    ],
    ['the same link twice', 'asset://b asset://b', ['asset://b']],
  ])('splits %s', (_, text, expected) => {
    expect(parseReferences(text)).toEqual(expected)
  })
})
