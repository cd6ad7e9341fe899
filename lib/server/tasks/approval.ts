import 'server-only'
import { getModel } from '@/lib/models/capabilities'
import type { AssetLibrary } from '@/lib/schemas/asset'

/** The library from which a model may take its material; null for models that have none. */
export function libraryOf(modelId: string): AssetLibrary | null {
  return getModel(modelId)?.references.library ?? null
}

/** Whether a model takes nothing but approved items (protocol §2.2 X9). */
export function needsApproval(modelId: string): boolean {
  const references = getModel(modelId)?.references
  return references !== undefined && !references.schemes.includes('https')
}
