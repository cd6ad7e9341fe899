import { asWords, fieldsIn, itemsIn } from '@/lib/models/lenient'

/**
 * One press of Generate: the body that was sent, and one idempotency key per take. It is kept with
 * the draft until the answer is known, so that pressing again after a lost reply, a reload or a
 * crash repeats the same creates and cannot pay twice.
 */
export type Attempt = {
  body: string
  keys: string[]
  /** What holds several takes together; null for one. */
  group: string | null
}

/** The attempt that was stored; null where there is none, or none that is whole. */
export function readAttempt(value: unknown): Attempt | null {
  const stored = fieldsIn(value)
  const body = asWords(stored.body)
  const keys = itemsIn(stored.keys, asWords)
  if (body === undefined || keys.length === 0) return null
  return { body, keys, group: asWords(stored.group) ?? null }
}

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
