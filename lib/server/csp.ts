import 'server-only'
import { randomBytes } from 'node:crypto'

/** What one document may do. */
export type DocumentPolicy = { nonce: string; policy: string }

/** Where a document may lead besides us: the bucket, which takes uploads straight from browsers. */
export type PolicyOptions = { bucketUrl: string | null; dev: boolean }

/**
 * A Content-Security-Policy for one document. Scripts need its nonce, which Next writes to its own from
 * the request's header; what those load, they vouch for. Styles may stand in attributes: React sets them.
 */
export function documentPolicy({ bucketUrl, dev }: PolicyOptions): DocumentPolicy {
  const nonce = randomBytes(18).toString('base64')
  const bucket = bucketUrl ? ` ${new URL(bucketUrl).origin}` : ''
  const directives = {
    'default-src': "'self'",
    // Next's own tools for development need eval.
    'script-src': `'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    'style-src': "'self' 'unsafe-inline'",
    'img-src': `'self' blob: data:`,
    'media-src': `'self' blob:`,
    'font-src': "'self'",
    'connect-src': `'self'${bucket}`,
    'worker-src': "'self' blob:",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  }
  const policy = Object.entries(directives).map((entry) => entry.join(' '))
  return { nonce, policy: policy.join('; ') }
}
