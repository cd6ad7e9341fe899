import type { Certainty, Verdict } from './protocol-facts'

/** `ok` is taken without a word; a warning is taken all the same. */
export type Expectation = 'ok' | { field: string; code: string } | { warn: string }

export type RuleCase = {
  name: string
  input: { model: string } & Record<string, unknown>
  expect: Expectation
  /** We refuse what the gateway only ignores, or says nothing about: it may take this. */
  ours?: true
}

/** A case before its model and its prompt are put in. */
export type Case = Omit<RuleCase, 'input'> & { input: Record<string, unknown> }

export function taken(name: string, input: Record<string, unknown>): Case {
  return { name, input, expect: 'ok' }
}

export function refused(
  name: string,
  input: Record<string, unknown>,
  field: string,
  code: string,
  rest: { ours?: true } = {},
): Case {
  return { name, input, expect: { field, code }, ...rest }
}

export function judged(
  verdict: Verdict,
  name: string,
  input: Record<string, unknown>,
  field: string,
  code: string,
): Case {
  if (verdict === 'taken') return taken(name, input)
  if (verdict === 'refused') return refused(name, input, field, code)
  return { name, input, expect: { warn: `${code}_in_doubt` } }
}

export const verdictOf = { stated: 'refused', inferred: 'doubted' } as const satisfies Record<
  Certainty,
  Verdict
>
