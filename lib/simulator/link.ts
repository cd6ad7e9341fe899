import { createHmac, timingSafeEqual } from 'node:crypto'

const hour = 3600
const lifetime = 72 * hour

function signatureOf(secret: string, path: string, expires: string): Buffer {
  return createHmac('sha256', secret).update(`${path}\n${expires}`).digest()
}

/**
 * A link to `path` that lives about three days (protocol §4.2). The expiry is rounded to the hour,
 * so that polls of the same hour see the same link. `now` is in milliseconds.
 */
export function signedLink(base: string, path: string, secret: string, now: number): string {
  const expires = String(Math.floor(now / 1000 / hour) * hour + lifetime)
  const signature = signatureOf(secret, path, expires).toString('base64url')
  return `${base}${path}?expires=${expires}&signature=${signature}`
}

export function isLinkAlive(
  path: string,
  query: URLSearchParams,
  secret: string,
  now: number,
): boolean {
  const expires = query.get('expires') ?? ''
  const given = Buffer.from(query.get('signature') ?? '', 'base64url')
  const expected = signatureOf(secret, path, expires)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false
  return now < Number(expires) * 1000
}
