/** How many tests passed and failed. @typedef {{ passed: number, failed: number }} Counts */

/**
 * What of these reporters' JSON is read. A vitest file that could not be loaded has failed without
 * any assertion.
 * @typedef {{ numPassedTests: number, numFailedTests: number,
 *   testResults: { status: string, assertionResults: unknown[] }[] }} VitestReport
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number } }} PlaywrightReport
 */

/** @param {VitestReport} report @returns {Counts} */
export function countVitest({ numPassedTests, numFailedTests, testResults }) {
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length }
}

/** @param {PlaywrightReport} report @returns {Counts} */
export const countPlaywright = ({ stats }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected,
})

/**
 * A run that ended badly counts as one failure even if its report knows of none.
 * @param {number} exitCode
 * @param {Counts | undefined} counts
 * @returns {Counts}
 */
export function judge(exitCode, counts) {
  if (!counts) return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  const { passed, failed } = counts
  return { passed, failed: exitCode === 0 ? failed : Math.max(failed, 1) }
}

/** @param {Counts[]} all @returns {Counts} */
export const sum = (all) => ({
  passed: all.reduce((total, { passed }) => total + passed, 0),
  failed: all.reduce((total, { failed }) => total + failed, 0),
})
