import { describe, expect, test } from 'vitest'
import { isTrusted, parseHosts, urlProblem } from './egress-policy'

const urls = (...all: string[]) => all.map((url) => new URL(url))

describe('a list of hosts', () => {
  test.each<[string, string, boolean]>([
    ['gateway.test', 'https://gateway.test/a', true],
    ['gateway.test', 'http://gateway.test/', true],
    ['gateway.test', 'https://gateway.test:8443/', false],
    ['gateway.test', 'https://a.gateway.test/', false],
    ['gateway.test', 'https://gateway.test.evil.test/', false],
    ['GATEWAY.test.', 'https://gateway.test/', true],
    ['gateway.test', 'https://gateway.test./', true],
    ['gateway.test:8443', 'https://gateway.test:8443/', true],
    ['gateway.test:443', 'https://gateway.test/', true],
    ['gateway.test:443', 'http://gateway.test/', false],
    ['gateway.test:80', 'http://gateway.test/', true],
    ['127.0.0.1:4010', 'http://127.0.0.1:4010/', true],
    ['127.0.0.1:4010', 'http://2130706433:4010/', true],
    ['127.0.0.1:4010', 'http://127.0.0.1:4011/', false],
    ['127.0.0.1:4010', 'http://localhost:4010/', false],
    ['[::1]:4010', 'http://[0::1]:4010/', true],
    ['[::1]', 'http://[::1]/', true],
  ])('%s on %s: %j', (entry, url, listed) => {
    expect(isTrusted(urls(url), parseHosts([entry]))).toBe(listed)
  })

  test.each(['', 'http://host', 'host/path', 'user@host', 'host:port', 'host?x', 'a b', '::1'])(
    'has no place for %j',
    (entry) => {
      expect(() => parseHosts(['gateway.test', entry])).toThrow('Not a host')
    },
  )
})

describe('the privilege of a listed host', () => {
  const list = parseHosts(['gateway.test', '127.0.0.1:4010'])

  test.each<[string, string[], boolean]>([
    ['holds for what we ask for', ['https://gateway.test/'], true],
    ['holds among listed hosts', ['https://gateway.test/', 'http://127.0.0.1:4010/'], true],
    ['ends at a stranger', ['https://gateway.test/', 'https://cdn.test/'], false],
    ['is not lent to a stranger', ['https://cdn.test/', 'http://127.0.0.1:4010/'], false],
    [
      'does not come back',
      ['https://gateway.test/', 'https://cdn.test/', 'https://gateway.test/'],
      false,
    ],
  ])('%s', (_name, chain, trusted) => {
    expect(isTrusted(urls(...chain), list)).toBe(trusted)
  })
})

test.each<[string, boolean, boolean]>([
  ['https://cdn.test/a?b#c', false, true],
  ['https://cdn.test:443/', false, true],
  ['https://cdn.test:8443/', false, false],
  ['https://cdn.test:8443/', true, true],
  ['http://cdn.test/', false, false],
  ['http://cdn.test/', true, true],
  ['ws://cdn.test/', true, false],
  ['https://user@cdn.test/', true, false],
  ['https://:secret@cdn.test/', true, false],
])('%s, trusted: %j, may be asked for: %j', (url, trusted, allowed) => {
  expect(urlProblem(new URL(url), trusted, [443]) === null).toBe(allowed)
})
