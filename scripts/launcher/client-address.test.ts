import { describe, expect, it } from 'vitest'
import { addressOf } from './client-address.mjs'

const from = (remoteAddress: string, forwarded?: string) =>
  addressOf({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } })

describe('whom a request comes from', () => {
  it.each([
    ['a stranger', '203.0.113.9', undefined, '203.0.113.9'],
    ['a stranger who claims to be another', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['this machine', '127.0.0.1', undefined, '127.0.0.1'],
    ['a proxy here', '127.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['a proxy here, of one who lies', '127.0.0.1', '198.51.100.1, 203.0.113.9', '203.0.113.9'],
    ['two proxies of ours', '::ffff:10.0.0.2', '203.0.113.9, 10.0.0.3', '203.0.113.9'],
    ['somebody on our own network', '10.0.0.2', '10.0.0.7', '10.0.0.7'],
    ['a proxy by IPv6', '::1', '2001:db8::7', '2001:db8::7'],
    ['a proxy that passes on nonsense', '127.0.0.1', 'unknown', 'unknown'],
    ['a proxy that passes on nothing', '127.0.0.1', '', '127.0.0.1'],
  ])('is known: %s', (_who, socket, forwarded, address) => {
    expect(from(socket, forwarded)).toBe(address)
  })
})
