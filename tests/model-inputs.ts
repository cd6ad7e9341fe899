import { protocolFacts, references, type ProtocolFacts } from './protocol-facts'

export type ModelInput = {
  name: string
  input: { model: string; prompt: string } & Record<string, unknown>
  /** The body that must arrive at the gateway, field by field. */
  body: Record<string, unknown>
  /** What the finished clip must be. */
  clip: { ratio: string; resolution: string; seconds: number }
}

/** What a model makes where a resolution may be given and is not. */
const silentResolution = '720p'

/** The smallest and the largest valid input of each model (protocol §2.1, §3). */
export const modelInputs: readonly ModelInput[] = protocolFacts.flatMap((facts) =>
  facts.models.flatMap((model) => [smallest(model, facts), largest(model, facts)]),
)

/** Only what must be there; the gateway is always told the seconds. */
function smallest(model: string, { resolutions }: ProtocolFacts): ModelInput {
  const input = { model, prompt: '?' }
  return {
    name: `${model}, smallest`,
    input,
    body: { ...input, duration: 5 },
    clip: {
      ratio: '16:9',
      resolution: resolutions.length === 1 ? resolutions.join() : silentResolution,
      seconds: 5,
    },
  }
}

/** Every field the model takes at once, at its upper bound. */
function largest(model: string, facts: ProtocolFacts): ModelInput {
  const resolution = facts.resolutions.at(-1) ?? silentResolution
  const sent = {
    model,
    prompt: '夜🏮'.repeat((facts.promptMax ?? 5000) / 2),
    duration: facts.seconds[1],
    ratio: '9:16',
    orientation: 'landscape',
    images: references(facts, 'image', facts.images[0]),
    ...(facts.clips[0] > 0 && { reference_videos: references(facts, 'clip', facts.clips[0]) }),
    ...(facts.sounds[0] > 0 && { reference_audios: references(facts, 'sound', facts.sounds[0]) }),
  }
  return {
    name: `${model}, largest`,
    input: { ...sent, resolution },
    // Where the model fixes it the field is not sent (§3.1).
    body: facts.resolutions.length === 1 ? sent : { ...sent, resolution },
    clip: { ratio: '9:16', resolution, seconds: facts.seconds[1] },
  }
}
