import 'server-only'
import type { ByteSpan } from './storage'

/**
 * What a Range header asks of a file of `bytes` bytes (RFC 9110 §14): one span, `unsatisfiable`
 * (416), or `whole` when there is no header, it is malformed, its unit is foreign, or it names
 * several spans: §14.2 lets a server answer those with the whole file, and no player sends them.
 */
export type RangeVerdict = ByteSpan | 'whole' | 'unsatisfiable'

const single = /^bytes=[ \t]*(?:(\d+)-(\d*)|-(\d+))[ \t]*$/i

export function parseRange(header: string | null, bytes: number): RangeVerdict {
  const [matched, first, last, suffix] = single.exec(header ?? '') ?? []
  if (matched === undefined) return 'whole'

  // Figures too long for a double become Infinity or lose their last digits, far past any file.
  if (first === undefined) {
    const length = Math.min(Number(suffix), bytes)
    return length === 0 ? 'unsatisfiable' : { start: bytes - length, end: bytes - 1 }
  }
  const start = Number(first)
  const end = last ? Number(last) : Infinity
  if (end < start) return 'whole'
  return start < bytes ? { start, end: Math.min(end, bytes - 1) } : 'unsatisfiable'
}
