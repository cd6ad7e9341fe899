import 'server-only'
import type { Context } from '@/lib/server/context'
import { EgressError } from '@/lib/server/egress-error'
import { noticeOf, signed } from './notice'
import { dueNotices, endNotice, takeNotice, type EndedTask } from './store'

const batch = 20
const patienceMs = 10_000
const mostAttempts = 10

/** Doubling from half a minute, at most an hour: ten attempts take about three hours. */
const firstWaitMs = 30_000
const longestWaitMs = 3_600_000

/** What ended longer ago is no news: neither after a long silence nor to a webhook set up since. */
const newsMs = 24 * 3_600_000

/**
 * Tells the webhook of the tasks that have ended. At least once each, by one server at a time; the
 * task's id tells a receiver what it has heard before.
 */
export async function giveNotices(context: Context): Promise<void> {
  const { webhook } = context
  if (!webhook) return
  const now = context.clock.now()
  const since = new Date(now.getTime() - newsMs)
  const due = await dueNotices(context.db, { since, now }, batch)
  await Promise.all(due.map((row) => give(context, webhook, row)))
}

type Webhook = NonNullable<Context['webhook']>

async function give(context: Context, webhook: Webhook, row: EndedTask): Promise<void> {
  // The receiver may be anybody: what the author keeps from the team stays where it is.
  if (row.visibility === 'private') return endNotice(context.db, row.id)
  const attempts = row.noticeAttempts + 1
  const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** (attempts - 1))
  const again = new Date(context.clock.now().getTime() + wait)
  if (!(await takeNotice(context.db, row, again))) return

  const answer = await post(context, webhook, row)
  const heard = typeof answer === 'number' && answer >= 200 && answer < 300
  if (heard) return endNotice(context.db, row.id)
  context.log.warn({ task: row.id, answer, attempts }, 'the webhook has not taken a notice')
  if (attempts >= mostAttempts) await endNotice(context.db, row.id)
}

/** The receiver's status, or why there is none. A redirect is an answer like another: not followed. */
async function post(
  context: Context,
  { url, secret }: Webhook,
  row: EndedTask,
): Promise<number | string> {
  const body = JSON.stringify(noticeOf(row, context.appUrl))
  try {
    const response = await context.egress.request(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Dailies',
        ...signed(body, secret, context.clock.now()),
      },
      body,
      timeouts: { total: patienceMs },
      foreign: true,
    })
    // Whatever else it says is of no use to us.
    response.body.on('error', () => {}).destroy()
    return response.status
  } catch (error) {
    if (error instanceof EgressError) return error.code
    throw error
  }
}
