import { cache } from 'react'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { Member } from '@/lib/models/member'
import { identify } from '@/lib/server/auth/identify'
import { context } from '@/lib/server/context'

/** Who reads this page; null for a stranger. */
export const currentMember = cache(async (): Promise<Member | null> => {
  const [shared, head] = await Promise.all([context(), headers()])
  return identify(shared, head)
})

/** A page for members: strangers are sent to sign in, and from there back to `path`. */
export async function requireMember(path: string): Promise<Member> {
  return (await currentMember()) ?? redirect(`/sign-in?next=${encodeURIComponent(path)}`)
}
