import { expect, it } from 'vitest'
import { assetStatuses, isInReview, isSpent, isUnderWay } from './asset-status'

it('every status but active is either under way or spent', () => {
  expect(assetStatuses.map((status) => [status, isUnderWay(status), isSpent(status)])).toEqual([
    ['submitting', true, false],
    ['in_review', true, false],
    ['active', false, false],
    ['rejected', false, true],
    ['failed', false, true],
    ['expired', false, true],
    ['unconfirmed', false, true],
  ])
})

it.each([
  [null, null, false],
  ['in_review', null, true],
  [null, 'submitting', true],
  ['active', 'in_review', true],
  ['active', 'rejected', false],
] as const)('with %s in one library and %s in the other, in review is %s', (full, sp, expected) => {
  const asset = (status: typeof full | typeof sp) => status && { status }
  expect(isInReview({ assets: { full: asset(full), sp: asset(sp) } })).toBe(expected)
})
