import { describe, expect, it } from 'vitest'
import { asNextPath, signInPath } from './next-path'

describe('asNextPath', () => {
  it.each(['/', '/gallery?sort=oldest', '/tasks/1#notes', '/a//b'])('takes %s', (path) => {
    expect(asNextPath(path)).toBe(path)
  })

  it.each([
    null,
    undefined,
    '',
    'gallery',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/a\\b',
    'https://elsewhere.example',
    'javascript:alert(1)',
    '/\t/elsewhere.example',
    ' /gallery',
    `/${'a'.repeat(2048)}`,
  ])('goes home instead of to %s', (value) => {
    expect(asNextPath(value)).toBe('/')
  })
})

it('signInPath comes back to the page with its filters', () => {
  const path = signInPath({ pathname: '/gallery', search: '?q=a&line=full' })
  expect(new URL(path, 'http://dailies.example').searchParams.get('next')).toBe(
    '/gallery?q=a&line=full',
  )
})
