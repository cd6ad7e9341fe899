import { timingSafeEqual } from 'node:crypto'
import * as z from 'zod/mini'
import { AppError } from '@/lib/errors'
import { sweep } from '@/lib/server/engine/loop'
import { json, openHandler } from '@/lib/server/http'

/** For places where no process lives on: one call moves everything that is due. */
export const POST = openHandler(async ({ context, request }) => {
  const sent = request.headers.get('authorization') ?? ''
  if (!context.cronSecret || !equal(sent, `Bearer ${context.cronSecret}`)) {
    throw new AppError('unauthorized', 'Send the CRON_SECRET as a bearer token.')
  }
  return json(z.object({ moved: z.number() }), { moved: await sweep(context) })
})

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
