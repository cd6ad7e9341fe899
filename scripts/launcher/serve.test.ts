import { describe, expect, it } from 'vitest'
import { hostFor } from './serve.mjs'

describe('where the server listens', () => {
  it.each([
    [undefined, '127.0.0.1'],
    ['', '127.0.0.1'],
    ['nonsense', '127.0.0.1'],
    ['http://127.0.0.1:3000', '127.0.0.1'],
    ['http://localhost:3000', '127.0.0.1'],
    ['http://[::1]:3000', '127.0.0.1'],
    ['https://dailies.example', '0.0.0.0'],
    ['https://127.0.0.1.evil.example', '0.0.0.0'],
  ])('with APP_URL=%s: %s', (appUrl, host) => {
    expect(hostFor(appUrl)).toBe(host)
  })
})
