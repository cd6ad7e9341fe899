import { useConfig } from '@/lib/client/config'
import { late } from '@/lib/client/late'

const watch = late(() => import('./newcomers-watch'))

/** Watches for what others begin, where there are others. */
export function Newcomers() {
  const part = watch.use(useConfig().team)
  return part && <part.NewcomersWatch />
}
