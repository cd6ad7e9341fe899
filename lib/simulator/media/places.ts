import type { Layer } from './layer'
import { city } from './places/city'
import { desert } from './places/desert'
import { forest } from './places/forest'
import { lake } from './places/lake'
import { mountains } from './places/mountains'
import { sea } from './places/sea'
import type { Place } from './scene'
import type { Canvas } from './sky'

/** Layers of each place, back to front. Far ones move slowly, near ones fast. */
export const places: Record<Place, (canvas: Canvas) => Layer[]> = {
  mountains,
  sea,
  desert,
  forest,
  city,
  lake,
}
