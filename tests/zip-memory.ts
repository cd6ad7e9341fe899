/**
 * Reads the archive of the clips named on standard input, piece by piece, and prints by how many bytes the
 * process grew meanwhile. Started by a test.
 */
import { text } from 'node:stream/consumers'
import { localMember } from '@/lib/models/member'
import { zipTasks } from '@/lib/server/zip/service'
import { zipContext } from './zip-support'

const { ids, ...where } = JSON.parse(await text(process.stdin))
const context = zipContext(where)

async function drain(some: string[]): Promise<{ bytes: number; most: number }> {
  const { body } = await zipTasks(context, localMember, some)
  let [bytes, most] = [0, 0]
  for await (const piece of body ?? []) {
    bytes += piece.length
    most = Math.max(most, process.memoryUsage.rss())
  }
  return { bytes, most }
}

// What the first archive leaves behind is the program itself, compiled.
const before = (await drain(ids.slice(0, 10))).most
const { bytes, most } = await drain(ids)
process.stdout.write(JSON.stringify({ bytes, grown: most - before }))
await context.egress.close()
await context.db.$disconnect()
