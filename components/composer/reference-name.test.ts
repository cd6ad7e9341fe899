import { expect, it } from 'vitest'
import { referenceName } from './reference-name'

it.each([
  [
    'https://cdn.example/a/ridge%20line.jpg?sig=1',
    { name: 'ridge line.jpg', place: 'cdn.example' },
  ],
  ['https://cdn.example/', { name: 'cdn.example', place: 'cdn.example' }],
  ['https://cdn.example/100%.jpg', { name: '100%.jpg', place: 'cdn.example' }],
  ['asset://asset-20260711-umbrella', { name: 'asset-20260711-umbrella', place: 'asset' }],
  ['not a link', { name: 'not a link', place: '' }],
])('%s', (reference, expected) => {
  expect(referenceName(reference)).toEqual(expected)
})
