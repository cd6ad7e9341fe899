import 'server-only'
import { XMLParser } from 'fast-xml-parser'
import * as z from 'zod/mini'

/** A server's refusal. The message names neither key nor link. */
export class S3Error extends Error {
  readonly status: number
  /** Its own word (`AccessDenied`, `NoSuchBucket`, …); empty when it gave none. */
  readonly code: string

  constructor(method: string, status: number, code: string) {
    super(`The bucket answered ${method} with ${status}${code && ` ${code}`}`)
    this.name = 'S3Error'
    this.status = status
    this.code = code
  }
}

const parser = new XMLParser({
  parseTagValue: false,
  isArray: (_name, path) => path === 'ListBucketResult.Contents',
})

export type S3Listing = { objects: { name: string; bytes: number }[]; truncated: boolean }

const listingSchema = z.object({
  ListBucketResult: z.object({
    IsTruncated: z.string(),
    Contents: z._default(z.array(z.object({ Key: z.string(), Size: z.string() })), []),
  }),
})

export function readListing(xml: string): S3Listing {
  const { ListBucketResult: result } = z.parse(listingSchema, parser.parse(xml))
  return {
    objects: result.Contents.map(({ Key, Size }) => ({ name: Key, bytes: Number(Size) })),
    truncated: result.IsTruncated === 'true',
  }
}

const begunSchema = z.object({
  InitiateMultipartUploadResult: z.object({ UploadId: z.string() }),
})

export function readUploadId(xml: string): string {
  return z.parse(begunSchema, parser.parse(xml)).InitiateMultipartUploadResult.UploadId
}

const errorSchema = z.object({ Error: z.object({ Code: z.string() }) })

/** The code of an error document; empty when the text is none. */
export function readErrorCode(xml: string): string {
  try {
    return z.parse(errorSchema, parser.parse(xml)).Error.Code
  } catch {
    return ''
  }
}
