import { useMode } from './use-mode'
import { parts } from './parts'

/** The place of the material; nothing where words are all. */
export function MaterialField() {
  const asked = useMode() !== 'text'
  const part = parts.material.use(asked)
  return asked && part !== null ? <part.Material /> : null
}
