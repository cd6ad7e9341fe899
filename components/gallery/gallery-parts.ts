import { late } from '@/lib/client/late'

/** What the gallery's first screen does without. */
export const galleryParts = {
  bar: late(() => import('./selection-bar')),
  nothing: late(() => import('./nothing-fits')),
  panels: late(() => import('./filter-panels')),
}
