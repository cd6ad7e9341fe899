import { invented } from '../invented'
import type { Limit } from './limits'
import type { Failure, Material } from './material'

/**
 * The words that clients have met where the upstream could not get at an image (protocol §8.1), by
 * what they seem to say. They are known from MD; nothing is known of other routes.
 */
const upstreamWords: Record<Exclude<Failure['why'], 'content'>, string> = {
  timeout: '[SY_ERR:10] Read timed out',
  connection: '[SY_ERR:10] connection reset by peer',
  answer: '[SY_ERR:10] s3 upload failed',
}

/** Why a task cannot be made of this material; null when it can. */
export function complaintAbout(
  material: readonly Material[],
  limits: readonly Limit[],
  strict: boolean,
): string | null {
  const useless = material.find(({ failure }) => failure !== null)
  if (useless?.failure != null) return failureWords(useless, useless.failure)
  for (const { evidence, complaint } of limits) {
    const found = evidence === 'stated' || strict ? complaint(material) : null
    if (found !== null) return found
  }
  return null
}

export function failureWords({ field }: Pick<Material, 'field'>, { why, detail }: Failure): string {
  return why === 'content' ? invented(`${field}: ${detail}`) : upstreamWords[why]
}
