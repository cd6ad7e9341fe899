import { countCases, frameCases, referenceCases, soundCases } from './material-cases'
import { fieldCases, promptCases, ratioCases, resolutionCases, secondsCases } from './output-cases'
import { protocolFacts, references, type ProtocolFacts } from './protocol-facts'
import type { RuleCase } from './rule-case'

export type { Expectation, RuleCase } from './rule-case'

/** Every bound and rule of the protocol (§2.2, §3) at both sides of its edge, for every model. */
export const ruleCases: readonly RuleCase[] = protocolFacts.flatMap((facts) =>
  facts.models.flatMap((model) => casesOf(facts, model)),
)

function casesOf(facts: ProtocolFacts, model: string): RuleCase[] {
  // One image keeps the models quiet that doubt a prompt alone.
  const calm = facts.promptOnly === 'taken' ? {} : { images: references(facts, 'image', 1) }
  const base = { prompt: 'A lantern drifts over a lake', ...calm }
  const cases = [
    ...secondsCases(facts),
    ...ratioCases(facts),
    ...resolutionCases(facts),
    ...promptCases(facts),
    ...fieldCases(),
    ...countCases(facts),
    ...frameCases(facts),
    ...soundCases(facts),
    ...referenceCases(facts),
  ]
  return cases.map(({ name, input, ...rest }) => ({
    ...rest,
    name: `${model}: ${name}`,
    input: { model, ...without(base, input), ...input },
  }))
}

/** Cases about material bring all of it themselves. */
function without<Base extends { images?: string[] }>(
  { images, ...rest }: Base,
  input: Record<string, unknown>,
) {
  const own = ['images', 'first_image', 'last_image', 'reference_videos', 'reference_audios']
  const bare = 'bare' in input || own.some((field) => field in input)
  return bare || images === undefined ? rest : { ...rest, images }
}
