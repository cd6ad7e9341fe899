import type pg from 'pg'
import { localMember } from '@/lib/models/member'
import { daysSql } from '@/lib/server/gallery/days-sql'
import { median } from './listing'

const repeats = 30

/**
 * Milliseconds (medians) of the list of all days, in a zone that changes its clocks, and of counting the
 * same clips, which is the least that can be asked of all of them; in turn.
 */
export async function measureDays(client: pg.Client): Promise<{ days: number; count: number }> {
  const filter = { hidden: false, sort: 'newest', zone: 'Europe/Berlin' } as const
  const selection = { member: localMember, named: { authors: [], tasks: [] }, filter }
  const { text, values } = daysSql(selection)
  const counting = `SELECT count(*) FROM task WHERE status = 'completed' AND hidden_at IS NULL`
  const days: number[] = []
  const count: number[] = []
  while (days.length < repeats) {
    const start = performance.now()
    await client.query(text, values)
    const middle = performance.now()
    await client.query(counting)
    days.push(middle - start)
    count.push(performance.now() - middle)
  }
  return { days: median(days), count: median(count) }
}
