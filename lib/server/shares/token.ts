import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context } from '@/lib/server/context'
import { sharedSecret } from '@/lib/server/db/shared-secret'

const idLength = 22
const proofLength = 22

/**
 * What stands in a share's link: its id and 128 bits of proof that we gave it out. Nothing of it is
 * stored, so the link can be shown again and a copy of the database holds none.
 */
export async function shareToken(context: Context, id: string): Promise<string> {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex')
  const secret = await sharedSecret(context.db, 'shares')
  const proof = createHmac('sha256', secret).update(bytes).digest('base64url')
  return bytes.toString('base64url') + proof.slice(0, proofLength)
}

/**
 * The id of the share whose token this is, to the letter; null for whatever we did not give out. What is no
 * token at all takes the same way, so that its answer is the same too.
 */
export async function readShareToken(context: Context, token: string): Promise<string | null> {
  const hex = Buffer.from(token.slice(0, idLength), 'base64url').toString('hex')
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  const ours = Buffer.from(await shareToken(context, id))
  const theirs = Buffer.from(token)
  return theirs.length === ours.length && timingSafeEqual(ours, theirs) ? id : null
}
