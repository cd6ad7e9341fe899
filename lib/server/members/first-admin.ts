import 'server-only'
import type { Context } from '@/lib/server/context'
import { inviteFirstAdmin } from './invitations'

/** While a team has no admin, whoever starts the server is told at each start how to become one. */
export async function announceFirstAdmin(context: Context): Promise<void> {
  const link = await inviteFirstAdmin(context)
  if (link) process.stdout.write(`Make the first admin: ${link}\n`)
}
