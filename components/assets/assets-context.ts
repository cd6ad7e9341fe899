import { createContext, useContext } from 'react'
import type { Fix } from '@/lib/models/fixes'
import type { AssetLibrary } from '@/lib/schemas/asset'
import type { Media } from '@/lib/schemas/media'
import type { RuleBreak } from './asset-rules'

/** What a question is asked about before it is done. */
export type Question = { ask: 'delete' | 'real_person'; items: readonly Media[] }

/** What can be done with items, the same from a row, its menu and the bar. Never changes. */
export type AssetActions = {
  ruleOf: (media: Media, library: AssetLibrary) => RuleBreak | null
  submit: (items: readonly Media[], library: AssetLibrary) => Promise<void>
  /** Makes a mended copy and submits that; the item stays as it is. */
  mend: (media: Media, library: AssetLibrary, fix: Fix) => Promise<void>
  toStudio: (items: readonly Media[]) => void
  copyId: (id: string) => void
  ask: (question: Question) => void
  /** Whether this member brings material in and hands it on; else they only look. */
  creates: boolean
  mayDelete: (media: Media) => boolean
  /** Selects or deselects one; with `range` all up to it. */
  select: (id: string, range: boolean) => void
}

export const AssetsContext = createContext<AssetActions | null>(null)

export function useAssetActions(): AssetActions {
  const actions = useContext(AssetsContext)
  if (!actions) throw new Error('useAssetActions needs the assets page above it')
  return actions
}
