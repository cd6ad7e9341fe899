import 'server-only'
import { getModel, needsApproval } from '@/lib/models/capabilities'
import type { AssetLibrary } from '@/lib/schemas/asset'

/** The library from which a model may take its material; null for models that have none. */
export function libraryOf(modelId: string): AssetLibrary | null {
  return getModel(modelId)?.references.library ?? null
}

/** Whether a model takes nothing but approved items. */
export function takesApprovedOnly(modelId: string): boolean {
  const model = getModel(modelId)
  return model !== undefined && needsApproval(model)
}
