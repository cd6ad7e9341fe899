import 'server-only'

/**
 * One GET. Header names are in lower case. `body` is what came over the wire, not decoded; it throws
 * when the transfer breaks, and ending its iteration lets the connection go. Egress fits.
 */
export type Fetcher = (
  url: string,
  init: { headers: Record<string, string>; signal: AbortSignal },
) => Promise<Fetched>

export type Fetched = {
  status: number
  headers: Record<string, string | undefined>
  body: AsyncIterable<Uint8Array>
}
