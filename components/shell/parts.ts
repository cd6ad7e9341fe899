import { late } from '@/lib/client/late'

/** What the shell's first screen does without. */
export const shellParts = {
  preferences: late(() => import('./preferences-panel')),
  session: late(() => import('./session-bar')),
}
