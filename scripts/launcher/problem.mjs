/** Something the person at the terminal can mend: shown as it is, without a stack. */
export class Problem extends Error {}

/**
 * @param {unknown} error
 * @returns {never}
 */
export function exitWith(error) {
  const text =
    error instanceof Problem ? error.message : error instanceof Error ? error.stack : error
  process.stderr.write(`\n${text}\n`)
  process.exit(1)
}
