import { createHash, createHmac } from 'node:crypto'

type Signed = {
  method: string
  /** Path and query as they came over the wire. */
  url: string
  headers: Record<string, string | undefined>
}

/**
 * Whether a request bears the signature (version 4) that its secret makes, by header or by query: what
 * s3rver leaves unchecked. Written from the specification, apart from the code that signs.
 */
export function isSigned({ method, url, headers }: Signed, secret: string): boolean {
  const { pathname, searchParams } = new URL(url, 'http://bucket')
  const query = new Map(searchParams)
  const given =
    query.get('X-Amz-Signature') ?? /Signature=(\w+)/.exec(headers['authorization'] ?? '')?.[1]
  const credential =
    query.get('X-Amz-Credential') ?? /Credential=([^,]+)/.exec(headers['authorization'] ?? '')?.[1]
  const names =
    query.get('X-Amz-SignedHeaders') ??
    /SignedHeaders=([^,]+)/.exec(headers['authorization'] ?? '')?.[1]
  const date = query.get('X-Amz-Date') ?? headers['x-amz-date']
  if (!given || !credential || !names || !date) return false

  query.delete('X-Amz-Signature')
  const [, ...scope] = credential.split('/')
  const canonical = [
    method,
    pathname
      .split('/')
      .map((part) => encode(decodeURIComponent(part)))
      .join('/'),
    [...query]
      .map(([name, value]) => `${encode(name)}=${encode(value)}`)
      .sort()
      .join('&'),
    ...names.split(';').map((name) => `${name}:${headers[name]?.trim() ?? ''}`),
    '',
    names,
    headers['x-amz-content-sha256'] ?? 'UNSIGNED-PAYLOAD',
  ].join('\n')
  const text = [
    'AWS4-HMAC-SHA256',
    date,
    scope.join('/'),
    createHash('sha256').update(canonical).digest('hex'),
  ].join('\n')
  const key = scope.reduce<string | Buffer>((last, part) => hmac(last, part), `AWS4${secret}`)
  return hmac(key, text).toString('hex') === given
}

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

const encode = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
