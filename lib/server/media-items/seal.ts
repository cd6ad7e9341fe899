import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context } from '@/lib/server/context'
import { sharedSecret } from '@/lib/server/db/shared-secret'

/** Proof that the words are ours: an HMAC under a secret that all servers of one database share. */
export async function seal(context: Context, words: string): Promise<string> {
  const secret = await sharedSecret(context.db, 'media-links')
  return createHmac('sha256', secret).update(words).digest('base64url')
}

export async function isSealed(context: Context, words: string, given: string): Promise<boolean> {
  const ours = Buffer.from(await seal(context, words))
  const theirs = Buffer.from(given)
  return theirs.length === ours.length && timingSafeEqual(theirs, ours)
}
