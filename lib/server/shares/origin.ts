import 'server-only'
import type { Context } from '@/lib/server/context'

/** Where a share's link leads: APP_URL; without one, this machine as the reader addresses it. */
export function publicOrigin({ appUrl }: Context, headers: Pick<Headers, 'get'>): string {
  return appUrl ?? `http://${headers.get('host') ?? '127.0.0.1'}`
}
