import { describe, expect, it } from 'vitest'
import { mapReferences, mediaIdsOf, referencesOf } from './material'

const [a, b, c] = ['a', 'b', 'c'].map(
  (letter) => `media://${letter.repeat(8)}-0000-7000-8000-000000000000`,
) as [string, string, string]

const input = {
  model: 'seedance2.0-sp',
  prompt: 'x',
  first_image: a,
  images: [b, 'https://media.test/1.png', b],
  reference_audios: ['asset://s-1', c],
}

describe('the references of an input', () => {
  it('have their places', () => {
    expect(referencesOf(input)).toEqual([
      { field: 'first_image', reference: a },
      { field: 'images.0', reference: b },
      { field: 'images.1', reference: 'https://media.test/1.png' },
      { field: 'images.2', reference: b },
      { field: 'reference_audios.0', reference: 'asset://s-1' },
      { field: 'reference_audios.1', reference: c },
    ])
  })

  it('name each of our items once', () => {
    expect(mediaIdsOf(input)).toEqual([a, b, c].map((reference) => reference.slice(8)))
  })

  it('are replaced at their places, and nothing is added', () => {
    expect(mapReferences(input, (reference) => reference.slice(0, 7))).toEqual({
      model: 'seedance2.0-sp',
      prompt: 'x',
      first_image: 'media:/',
      images: ['media:/', 'https:/', 'media:/'],
      reference_audios: ['asset:/', 'media:/'],
    })
  })
})
