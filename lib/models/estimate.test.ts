import { describe, expect, it } from 'vitest'
import { getModel, type Model } from './capabilities'
import { billingName, estimate, unitPriceRange } from './estimate'

function model(id: string): Model {
  const found = getModel(id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}

const clips = { reference_videos: ['https://media.example/a.mp4', 'https://media.example/b.mp4'] }

describe('estimate', () => {
  it.each([
    ['a task, whatever its seconds', 'seedance2.0-md', { duration: 15 }, 0.7, 'task', 1],
    ['seconds', 'sd2_mx_4k', { duration: 12 }, 8.4, 'second', 12],
    ['five seconds when none are given', 'sd2_mx_4k', {}, 3.5, 'second', 5],
    ['seconds, clips not counted', 'sd2_mx_video_4k', { duration: 4, ...clips }, 2.8, 'second', 4],
  ])('bills %s', (_, id, input, amount, unit, quantity) => {
    const priced = { [id]: 0.7 }
    expect(estimate(input, model(id), priced)).toMatchObject({ amount, unit, quantity })
  })

  it('looks the price up by resolution', () => {
    const prices = { 'seedance2.0-mini-480p': 0.03, 'seedance2.0-mini-720p': 0.05 }
    const mini = model('seedance2.0-mini')
    expect(estimate({ duration: 8, resolution: '480p' }, mini, prices)?.amount).toBe(0.24)
    expect(estimate({ duration: 8 }, mini, prices)?.amount).toBe(0.4)
    expect(estimate({ duration: 8, resolution: '1080p' }, mini, prices)).toBeNull()
  })

  it.each([
    ['known', 3.4, 11, 0.55, false],
    ['rounded up', 3.5, 12, 0.6, false],
    ['unknown', undefined, 8, 0.4, true],
  ])(
    'adds the first clip of Mini video, its length %s',
    (_, length, quantity, amount, at_least) => {
      const prices = { 'seedance2.0-mini-720p-video': 0.05 }
      const input = { duration: 8, ...clips }
      expect(estimate(input, model('seedance2.0-mini-video'), prices, length)).toEqual({
        amount,
        unit_price: 0.05,
        unit: 'second',
        quantity,
        parts: { seconds: 8, clip: quantity - 8 },
        at_least,
      })
    },
  )

  it('bills Mini video without clips by its own seconds', () => {
    const prices = { 'seedance2.0-mini-720p-video': 0.05 }
    expect(
      estimate({ duration: 8, reference_videos: [] }, model('seedance2.0-mini-video'), prices, 3),
    ).toMatchObject({ amount: 0.4, at_least: false })
  })

  it.each([
    [0.1, 3, 0.3],
    [0.0479, 15, 0.7185],
    [1.005, 7, 7.035],
    [0.000001, 4, 0.000004],
    [0, 4, 0],
  ])('%d × %d s is %d', (price, duration, amount) => {
    expect(estimate({ duration }, model('sd2_mx_2k'), { sd2_mx_2k: price })?.amount).toBe(amount)
  })

  it('is unknown without a price or while the seconds are no number', () => {
    expect(estimate({ duration: 5 }, model('sd2_mx_2k'), {})).toBeNull()
    expect(estimate({ duration: NaN }, model('sd2_mx_2k'), { sd2_mx_2k: 1 })).toBeNull()
    expect(
      estimate({ duration: 5 }, model('sd2_mx_2k'), Object.create({ sd2_mx_2k: 1 })),
    ).toBeNull()
  })
})

describe('billingName', () => {
  it.each([
    ['seedance2.0-mini-sp', '480p', 'seedance2.0-mini-sp-480p'],
    ['seedance2.0-mini-video', '1080p', 'seedance2.0-mini-1080p-video'],
    ['seedance2.0-fast-i2v', '720p', 'seedance2.0-fast-i2v'],
    ['sd2_mx_fast_720p', '720p', 'sd2_mx_fast_720p'],
    ['seedance2.0-sp', '720p', 'seedance2.0-sp-720p'],
  ])('%s at %s is billed as %s', (id, resolution, name) => {
    expect(billingName(model(id), resolution)).toBe(name)
  })

  it.each([
    [['sd2_sp_720p', 'seedance2.0-sp'], 'sd2_sp_720p'],
    [['seedance2.0-sp'], 'seedance2.0-sp'],
    [['seedance2.0-sp', 'seedance2.0-sp-720p'], 'seedance2.0-sp-720p'],
  ])('of %j the first that SP may be called is %s', (listed, name) => {
    const prices = Object.fromEntries(listed.map((key) => [key, 1]))
    expect(billingName(model('seedance2.0-sp'), '720p', prices)).toBe(name)
  })
})

describe('unitPriceRange', () => {
  const sp = model('seedance2.0-sp')
  it.each([
    [
      { 'seedance2.0-sp-480p': 0.03, 'seedance2.0-sp-1080p': 0.11 },
      { min: 0.03, max: 0.11 },
    ],
    [{ 'seedance2.0-sp-720p': 0.05 }, { min: 0.05, max: 0.05 }],
  ])('of %j', (prices, range) => {
    expect(unitPriceRange(sp, prices)).toEqual({ ...range, unit: 'second' })
  })

  it('is unknown when no resolution is priced', () => {
    expect(unitPriceRange(sp, { 'seedance2.0-md': 1 })).toBeNull()
  })
})
