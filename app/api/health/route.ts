import { healthSchema } from '@/lib/schemas/account'
import { json, openHandler } from '@/lib/server/http'
import { archiveHealth } from '@/lib/server/tasks/store'

/** Below this many seconds an unsaved clip needs somebody's attention. */
const alarmSeconds = 24 * 3600

export const GET = openHandler(async ({ context }) => {
  const { unsaved, oldest, firstExpiry, lost, unconfirmed } = await archiveHealth(context.db)
  const left = firstExpiry
    ? Math.round((firstExpiry.getTime() - context.clock.now().getTime()) / 1000)
    : null
  const attention = lost > 0 || unconfirmed > 0 || (left !== null && left < alarmSeconds)
  return json(healthSchema, {
    status: attention ? 'attention' : 'ok',
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
