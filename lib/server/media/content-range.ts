import 'server-only'

/** `total` is null where the sender does not know it; `start` is null in `bytes * /total` (a 416). */
export type ContentRange = { start: number | null; total: number | null }

/** Reads a Content-Range header (RFC 9110 §14.4). */
export function parseContentRange(header: string | undefined): ContentRange | null {
  const [, start, total] = /^bytes (?:(\d+)-\d+|\*)\/(\d+|\*)$/.exec(header ?? '') ?? []
  if (total === undefined) return null
  return {
    start: start === undefined ? null : Number(start),
    total: total === '*' ? null : Number(total),
  }
}
