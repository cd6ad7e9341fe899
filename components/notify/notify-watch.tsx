'use client'

import { useSyncExternalStore } from 'react'
import { usePathname } from 'next/navigation'
import { awaited } from '@/lib/client/awaited'
import { notifyParts } from './parts'

const never = () => () => {}
const hasAwaited = () => awaited.ids().length > 0

/** Outside the studio, whose feed does so itself, follows one's own tasks that are under way. */
export function NotifyWatch() {
  const inStudio = usePathname() === '/'
  const waits = useSyncExternalStore(never, hasAwaited, () => false)
  const wanted = waits && !inStudio
  const part = notifyParts.follower.use(wanted)
  return wanted && part && <part.Follower />
}
