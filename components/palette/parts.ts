import { late } from '@/lib/client/late'

/** Fetched when somebody first asks for it. */
export const paletteParts = {
  float: late(() => import('./palette-float')),
}
