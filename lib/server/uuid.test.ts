import { expect, it } from 'vitest'
import { isUuid } from './uuid'

const id = '019ab2c4-11aa-7c3e-9f00-5b6d7e8f9a0b'

it.each([id, id.toUpperCase()])('%j is one', (text) => {
  expect(isUuid(text)).toBe(true)
})

it.each([
  '',
  'guess',
  `${id}\n`,
  ` ${id}`,
  id.replaceAll('-', ''),
  id.slice(1),
  id.replace('0', 'g'),
])('%j is none', (text) => {
  expect(isUuid(text)).toBe(false)
})
