/** One line of the bench: a figure and whether it is within its budget. */
export type Result = { what: string; figure: string; within: boolean }

/** A figure of several rounds: the noise of a machine can only add, so the best counts; all are told. */
export function bestResult(
  what: string,
  rounds: readonly number[],
  budget: number,
  unit: string,
  digits = 0,
): Result {
  const best = Math.min(...rounds)
  const all = rounds.length > 1 ? `, best of ${told(rounds, digits)}` : ''
  const figure = `${best.toFixed(digits)}${unit} (budget ${budget}${unit}${all})`
  return { what, figure, within: best <= budget }
}

export function told(rounds: readonly number[], digits: number): string {
  return rounds.map((round) => round.toFixed(digits)).join(', ')
}
