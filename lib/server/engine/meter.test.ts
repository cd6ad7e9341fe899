import { expect, it } from 'vitest'
import { judge } from './meter'

const alone = { costs: [], disturbed: false }

it.each([
  { what: 'no rise', rise: 0, estimate: 0.4, others: alone, verdict: 'not_charged' },
  {
    what: 'a rise of exactly the price',
    rise: 0.4,
    estimate: 0.4,
    others: alone,
    verdict: 'charged',
  },
  {
    what: 'a rise of something else',
    rise: 0.28,
    estimate: 0.4,
    others: alone,
    verdict: 'unclear',
  },
  {
    what: 'a rise without a known price',
    rise: 0.4,
    estimate: null,
    others: alone,
    verdict: 'unclear',
  },
  {
    what: 'the known cost of another task alone',
    rise: 0.1 + 0.2,
    estimate: 0.4,
    others: { costs: [0.3], disturbed: false },
    verdict: 'not_charged',
  },
  {
    what: 'the known cost of another task and the price',
    rise: 0.7,
    estimate: 0.4,
    others: { costs: [0.1, 0.2], disturbed: false },
    verdict: 'charged',
  },
  {
    what: 'the price while another task is in doubt or was refunded',
    rise: 0.4,
    estimate: 0.4,
    others: { costs: [], disturbed: true },
    verdict: 'unclear',
  },
])('reads $what as $verdict', ({ rise, estimate, others, verdict }) => {
  expect(judge(rise, estimate, others)).toBe(verdict)
})
