import { describe, expect, it } from 'vitest'
import { documentPolicy } from './csp'

const plain = { bucketUrl: null, dev: false }

describe('documentPolicy', () => {
  it('lets in no script without the nonce', () => {
    const { nonce, policy } = documentPolicy(plain)
    expect(policy).toContain(`script-src 'nonce-${nonce}' 'strict-dynamic';`)
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    for (const directive of [`object-src 'none'`, `base-uri 'none'`, `frame-ancestors 'none'`]) {
      expect(policy).toContain(directive)
    }
  })

  it('makes every nonce anew, of at least 128 bits', () => {
    const nonces = Array.from({ length: 10_000 }, () => documentPolicy(plain).nonce)
    expect(new Set(nonces).size).toBe(nonces.length)
    expect(Buffer.from(nonces[0] ?? '', 'base64').length).toBeGreaterThanOrEqual(16)
  })

  it('lets uploads go to the bucket, and nothing else elsewhere', () => {
    const { policy } = documentPolicy({ ...plain, bucketUrl: 'https://b.example.com/clips/' })
    expect(policy).toContain(`connect-src 'self' https://b.example.com;`)
    expect(policy.match(/https?:/g)).toHaveLength(1)
  })
})
