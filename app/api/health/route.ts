import * as z from 'zod/mini'
import { healthSchema } from '@/lib/schemas/account'
import { identify } from '@/lib/server/auth/identify'
import { json, openHandler } from '@/lib/server/http'
import { archiveHealth } from '@/lib/server/tasks/store'

/** Below this many seconds an unsaved clip needs somebody's attention. */
const alarmSeconds = 24 * 3600

/** Strangers learn whether all is well, members what is not. */
export const GET = openHandler(async ({ context, request }) => {
  const { unsaved, oldest, firstExpiry, lost, unconfirmed } = await archiveHealth(context.db)
  const left = firstExpiry
    ? Math.round((firstExpiry.getTime() - context.clock.now().getTime()) / 1000)
    : null
  const attention = lost > 0 || unconfirmed > 0 || (left !== null && left < alarmSeconds)
  const status = attention ? 'attention' : 'ok'
  if (!(await identify(context, request.headers))) {
    return json(z.pick(healthSchema, { status: true }), { status })
  }
  return json(healthSchema, {
    status,
    simulated: context.simulated,
    archive: {
      unsaved,
      oldest_unsaved_at: oldest?.toISOString() ?? null,
      seconds_left: left,
      lost,
    },
    unconfirmed,
  })
})
