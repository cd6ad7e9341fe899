import 'server-only'
import * as z from 'zod/mini'

/** What is kept beside a partial, so that a later process can tell whether the rest still fits it. */
const noteSchema = z.object({
  /** The link without its query: a fresh signature for the same object does not cost what we hold. */
  source: z.string(),
  /** What `If-Range` may name: a strong entity-tag, else the date; null = the rest cannot be asked for. */
  validator: z.nullable(z.string()),
  /** Size of the whole video; null when the answer did not say. */
  total: z.nullable(z.number()),
})
export type ResumeNote = z.infer<typeof noteSchema>

export function readNote(text: string): ResumeNote | null {
  try {
    return noteSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

export function writeNote(note: ResumeNote): string {
  return JSON.stringify(note)
}

export function sourceOf(url: string): string {
  const { origin, pathname } = new URL(url)
  return origin + pathname
}

/** A weak entity-tag does not promise equal bytes (RFC 9110 §13.1.5), so the date has to do. */
export function validatorOf(headers: Record<string, string | undefined>): string | null {
  const { etag } = headers
  return etag?.startsWith('"') ? etag : (headers['last-modified'] ?? null)
}
