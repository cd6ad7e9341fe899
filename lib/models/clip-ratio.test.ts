import { describe, expect, it } from 'vitest'
import { boundsOf, clipRatios, nearestRatio, valueOf } from './clip-ratio'
import { outputSize } from './output-size'

describe('the shape of a clip', () => {
  const sizes = ['480p', '720p', '1080p', '4k'].flatMap((resolution) =>
    clipRatios.map((ratio) => ({ ratio, resolution, ...outputSize(ratio, resolution)! })),
  )
  it.each(sizes)('$width × $height is $ratio', ({ ratio, width, height }) => {
    expect(nearestRatio(width, height)).toBe(ratio)
  })

  it.each([
    [100, 1, '21:9'],
    [1, 100, '9:16'],
    [1000, 999, '1:1'],
  ])('%i × %i is nearest to %s', (width, height, ratio) => {
    expect(nearestRatio(width, height)).toBe(ratio)
  })

  it('has bounds that leave no gap and none in two', () => {
    for (const value of [0.01, 0.5, 0.6495, 0.75, 0.9, 1, 1.15, 1.5, 2, 2.4, 9]) {
      const holders = clipRatios.filter((ratio) => {
        const { min, max } = boundsOf(ratio)
        return value >= min && (max === null || value < max)
      })
      expect(holders).toEqual([nearestRatio(value, 1)])
    }
    for (const ratio of clipRatios) expect(nearestRatio(valueOf(ratio), 1)).toBe(ratio)
  })
})
