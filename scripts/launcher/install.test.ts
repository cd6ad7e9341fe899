import { expect, test } from 'vitest'
import { isInstalled } from './install.mjs'

const wanted = {
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/b': { version: '2.0.0', optional: true },
}

test.each([
  [
    'all of it',
    { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } },
    true,
  ],
  ['other platforms’ packages missing', { 'node_modules/a': { version: '1.0.0' } }, true],
  ['a package missing', { 'node_modules/b': { version: '2.0.0' } }, false],
  ['another version', { 'node_modules/a': { version: '1.0.1' } }, false],
  [
    'another version of an optional package',
    { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.1' } },
    false,
  ],
])('%s', (_, installed, expected) => {
  expect(isInstalled(wanted, installed)).toBe(expected)
})
