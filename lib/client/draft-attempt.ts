import * as z from 'zod/mini'

/**
 * One press of Generate: the body that was sent, and one idempotency key per take. It is kept with
 * the draft until the answer is known, so that pressing again after a lost reply, a reload or a
 * crash repeats the same creates and cannot pay twice.
 */
export const attemptSchema = z.object({
  body: z.string(),
  keys: z.array(z.string()).check(z.minLength(1)),
  /** What holds several takes together; null for one. */
  group: z.nullable(z.string()),
})
export type Attempt = z.infer<typeof attemptSchema>

/** The pending attempt if it asked for exactly this, else a new one. */
export function attemptFor(
  pending: Attempt | null,
  input: unknown,
  takes: number,
  uuid: () => string,
): Attempt {
  const body = JSON.stringify(input)
  if (pending !== null && pending.body === body && pending.keys.length === takes) return pending
  return { body, keys: Array.from({ length: takes }, uuid), group: takes > 1 ? uuid() : null }
}
