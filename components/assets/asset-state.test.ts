import { describe, expect, it } from 'vitest'
import { assetStatuses } from '@/lib/models/asset-status'
import { brokenRule, type RuleBreak } from './asset-rules'
import { cellAction, submittable, type AssetState } from './asset-state'
import { testMedia } from './test-media'

const settings = { full_max_seconds: 12, own_links: true } as const
const resize: RuleBreak = {
  code: 'side_out_of_range_in_doubt',
  params: { found: 6400, min: 300, max: 6000 },
  fix: { fix: 'resize', width: 6000, height: 2719 },
}
const hopeless: RuleBreak = { ...resize, fix: null }

describe('the step a cell offers', () => {
  const steps: [AssetState, RuleBreak | null, unknown][] = [
    ['none', null, null],
    ['none', resize, { does: 'fix', fix: resize.fix, again: false }],
    ['none', hopeless, null],
    ['submitting', resize, null],
    ['in_review', resize, null],
    ['active', resize, null],
    ['rejected', null, { does: 'submit', word: 'resubmit' }],
    ['rejected', resize, { does: 'fix', fix: resize.fix, again: true }],
    ['failed', null, { does: 'submit', word: 'retry' }],
    ['failed', hopeless, { does: 'submit', word: 'retry' }],
    ['expired', null, { does: 'submit', word: 'again' }],
    ['unconfirmed', null, { does: 'submit', word: 'again' }],
  ]

  it.each(steps)('%s with %o', (state, rule, step) => {
    expect(cellAction(state, rule)).toEqual(step)
  })
})

describe('what the bar counts', () => {
  const items = [undefined, ...assetStatuses].map((full, at) =>
    testMedia(String(at), { states: { full } }),
  )

  it('is what is not there and not on its way', () => {
    const { ready } = submittable(items, 'full', () => null)
    expect(ready.map(({ assets }) => assets.full?.status)).toEqual([
      undefined,
      'rejected',
      'failed',
      'expired',
      'unconfirmed',
    ])
  })

  it('keeps the libraries apart', () => {
    expect(submittable(items, 'sp', () => null).ready).toEqual(items)
  })

  it('holds back what breaks a rule', () => {
    const wide = testMedia('wide', { width: 6400, height: 2900 })
    const fine = testMedia('fine')
    const rule = (media: typeof wide) => brokenRule(media, 'full', settings)
    expect(submittable([wide, fine], 'full', rule)).toEqual({ ready: [fine], held: [wide] })
  })
})

describe('rules known before submitting', () => {
  it.each(['full', 'sp'] as const)('sides of 300 to 6000 px for %s', (library) => {
    const rule = (width: number, height: number) =>
      brokenRule(testMedia('a', { width, height }), library, settings)
    expect(rule(6000, 3000)).toBeNull()
    expect(rule(300, 300)).toBeNull()
    expect(rule(6001, 3000)).toMatchObject({
      code: 'side_out_of_range_in_doubt',
      params: { found: 6001, min: 300, max: 6000 },
      fix: { fix: 'resize' },
    })
    expect(rule(299, 400)).toMatchObject({ code: 'side_out_of_range_in_doubt' })
  })

  it('an aspect of 0.4 to 2.5, mended by padding', () => {
    const rule = (width: number) =>
      brokenRule(testMedia('a', { width, height: 1000 }), 'full', settings)
    expect(rule(2500)).toBeNull()
    expect(rule(2600)).toMatchObject({ code: 'aspect_out_of_range_in_doubt', fix: { fix: 'pad' } })
  })

  it('the seconds of a sound', () => {
    const sound = { kind: 'audio', type: 'audio/wav', width: null, height: null } as const
    expect(brokenRule(testMedia('a', { ...sound, duration: 15 }), 'full', settings)).toBeNull()
    expect(brokenRule(testMedia('a', { ...sound, duration: 16 }), 'full', settings)).toMatchObject({
      code: 'seconds_out_of_range_in_doubt',
      fix: { fix: 'cut', start: 0, end: 15 },
    })
  })
})
