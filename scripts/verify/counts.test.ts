import { describe, expect, test } from 'vitest'
import { countPlaywright, countVitest, judge, sum } from './counts.mjs'

describe('countVitest', () => {
  const file = (status: string, tests: number) => ({
    status,
    assertionResults: Array.from({ length: tests }, () => ({})),
  })

  test('counts tests', () => {
    const report = { numPassedTests: 5, numFailedTests: 1, testResults: [file('failed', 6)] }
    expect(countVitest(report)).toEqual({ passed: 5, failed: 1 })
  })

  test('counts a file that could not be loaded as one failure', () => {
    const testResults = [file('passed', 5), file('failed', 0)]
    const report = { numPassedTests: 5, numFailedTests: 0, testResults }
    expect(countVitest(report)).toEqual({ passed: 5, failed: 1 })
  })
})

test('countPlaywright takes a test that passed at the second try for passed', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 2, skipped: 3 }
  expect(countPlaywright({ stats })).toEqual({ passed: 6, failed: 1 })
})

test.each([
  ['a step without a report that ended well', 0, undefined, { passed: 1, failed: 0 }],
  ['a step without a report that ended badly', 2, undefined, { passed: 0, failed: 1 }],
  ['tests that passed', 0, { passed: 3, failed: 0 }, { passed: 3, failed: 0 }],
  ['tests of which some failed', 1, { passed: 3, failed: 2 }, { passed: 3, failed: 2 }],
  ['a bad end that no test explains', 1, { passed: 3, failed: 0 }, { passed: 3, failed: 1 }],
])('judges %s', (_, code, counts, expected) => {
  expect(judge(code, counts)).toEqual(expected)
})

test('sum adds up', () => {
  expect(sum([])).toEqual({ passed: 0, failed: 0 })
  expect(
    sum([
      { passed: 1, failed: 0 },
      { passed: 2, failed: 3 },
    ]),
  ).toEqual({ passed: 3, failed: 3 })
})
