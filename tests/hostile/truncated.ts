import { genuineSamples } from './genuine'
import type { HostileFile } from './hostile-file'

/** Each genuine file cut at these parts of its length: begun, halfway, nearly there. */
const parts = [0.1, 0.3, 0.5, 0.7, 0.9, 0.97]

export async function truncatedFiles(): Promise<HostileFile[]> {
  return (await genuineSamples()).flatMap(({ extension, bytes }, sample) =>
    parts.map((part) => ({
      what: `a ${extension} (${sample}) cut at ${part}`,
      name: `holiday.${extension}`,
      bytes: bytes.subarray(0, Math.floor(bytes.length * part)),
    })),
  )
}
