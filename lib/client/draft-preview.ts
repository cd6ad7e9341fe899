import {
  effectiveRatio,
  effectiveResolution,
  getModel,
  outputPixels,
} from '@/lib/models/capabilities'
import { activeEntry, type DraftState } from './draft-state'

/** What the draft in front would be on screen. */
export type DraftPreview = {
  ratio: string
  /** null where nobody states the size (2k, Adaptive). */
  pixels: { width: number; height: number } | null
  seconds: number
  resolution: string
}

// The store hands out one object per state; the preview of equal choices has to be one object too.
let last: { key: string; preview: DraftPreview } | null = null

/** null for a model that is gone. */
export function previewOf(state: DraftState): DraftPreview | null {
  const { input } = activeEntry(state).draft
  const model = getModel(input.model)
  if (model === undefined) return null
  const ratio = effectiveRatio(input, model)
  const resolution = effectiveResolution(input, model)
  const { duration = Number.NaN } = input
  const seconds = Number.isNaN(duration) ? model.duration.default : duration
  const key = [model.id, ratio, resolution, seconds].join()
  if (last?.key !== key) {
    const pixels = outputPixels(model, ratio, resolution)
    last = { key, preview: { ratio, pixels, seconds, resolution } }
  }
  return last.preview
}
