import { late } from '@/lib/client/late'

/** Fetched by a page that is not the studio, while tasks of one's own are under way. */
export const notifyParts = {
  follower: late(() => import('./follower')),
}
