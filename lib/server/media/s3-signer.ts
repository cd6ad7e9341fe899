import 'server-only'
import { createHash } from 'node:crypto'
import { AwsV4Signer } from 'aws4fetch'
import type { S3Settings } from './s3-settings'

export type S3Method = 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE'

export type S3Target = {
  method: S3Method
  /** None for what concerns the bucket. */
  key?: string
  query?: Record<string, string>
  headers?: Record<string, string>
}

export type S3Signer = {
  /**
   * A request's URL and headers, signed. Bytes that are at hand are signed with it, so that the server
   * refuses them damaged; a stream's are not.
   */
  sign(
    target: S3Target,
    body?: Uint8Array,
  ): Promise<{ url: string; headers: Record<string, string> }>
  /** A URL that works without a key for that long. Whoever uses it has to send the same headers. */
  presign(target: S3Target, seconds: number): Promise<string>
}

/** Signature version 4. Signatures go by the world's clock, as the servers that check them do. */
export function createS3Signer(settings: S3Settings, now = () => new Date()): S3Signer {
  const { bucketUrl, region, accessKeyId, secretAccessKey } = settings
  /** Derived keys, one a day. */
  const cache = new Map<string, ArrayBuffer>()

  function signer(
    { method, key = '', query = {}, headers = {} }: S3Target,
    how: { signQuery: boolean; allHeaders: boolean },
  ): AwsV4Signer {
    const url = new URL(key, bucketUrl)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    return new AwsV4Signer({
      ...how,
      method,
      url: url.href,
      headers,
      service: 's3',
      region,
      accessKeyId,
      secretAccessKey,
      cache,
      datetime: now()
        .toISOString()
        .replace(/[:-]|\.\d{3}/g, ''),
    })
  }

  return {
    async sign(target, body) {
      const headers = {
        ...target.headers,
        'x-amz-content-sha256': body
          ? createHash('sha256').update(body).digest('hex')
          : 'UNSIGNED-PAYLOAD',
      }
      const signed = await signer(
        { ...target, headers },
        { signQuery: false, allHeaders: false },
      ).sign()
      return { url: signed.url.href, headers: Object.fromEntries(signed.headers) }
    },

    async presign(target, seconds) {
      const query = { ...target.query, 'X-Amz-Expires': String(seconds) }
      const { url } = await signer(
        { ...target, query },
        { signQuery: true, allHeaders: true },
      ).sign()
      // A form's way to write a space, which not every server takes for one.
      return url.href.replaceAll('+', '%20')
    },
  }
}
