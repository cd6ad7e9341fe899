import { late } from '@/lib/client/late'

/** What the gallery's first screen does without. */
export const galleryParts = {
  bar: late(() => import('./selection-bar')),
  panels: late(() => import('./filter-panels')),
}
