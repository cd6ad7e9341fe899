import { describe, expect, it } from 'vitest'
import { ledgerOf, spentOf } from './ledger'
import { taskRecord as task } from './test-task'

const completed = task({ kind: 'completed' })
const failed = task({ kind: 'failed', error_message: 'why', refund_delay_ms: 500 })

describe('the ledger', () => {
  it('charges at creation and refunds a failure after its delay, for what was charged', () => {
    const kinds = (now: number) => ledgerOf([failed], now).map(({ kind, at }) => [kind, at])
    expect(kinds(9499)).toEqual([['charge', 1000]])
    expect(kinds(9500)).toEqual([
      ['charge', 1000],
      ['refund', 9500],
    ])
    expect(spentOf(ledgerOf([failed], 9500))).toBe(0)
  })

  it('sums without binary dust, per key', () => {
    const other = { ...task({ kind: 'completed' }, 'u'), key_sha256: 'other' }
    const charges = ledgerOf([completed, { ...completed, id: 'v', cost: 0.2 }, other], 2000)
    expect(spentOf(charges, 'k')).toBe(0.3)
    expect(spentOf(charges)).toBe(0.4)
  })
})
