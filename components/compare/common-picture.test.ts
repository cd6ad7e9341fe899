import { describe, expect, it } from 'vitest'
import { commonPicture } from './common-picture'

const going = (...frames: number[]) => ({ frames, end: null })

describe('the common picture', () => {
  it('waits for the slowest', () => {
    expect(commonPicture([going(10, 11, 12), going(10), going(10, 11)])).toEqual([10, 10, 10])
    expect(commonPicture([going(10, 11, 12), going(10, 11), going(10, 11)])).toEqual([11, 11, 11])
  })

  it('shows the frame before one that a clip left out, and nothing further apart', () => {
    expect(commonPicture([going(10, 11, 12), going(10, 11, 13)])).toEqual([12, 11])
    expect(commonPicture([going(11, 15), going(13, 17)])).toBeNull()
    expect(commonPicture([going(11, 15), going(14, 17)])).toEqual([15, 14])
    expect(commonPicture([going(10, 14), going(10, 13)])).toEqual([10, 10])
  })

  it('shows none until each has one', () => {
    expect(commonPicture([])).toBeNull()
    expect(commonPicture([going(10), going()])).toBeNull()
    expect(commonPicture([going(10), { frames: [], end: 5 }])).toBeNull()
  })

  it('leaves a shorter clip on its last frame, once the others are past it', () => {
    const short = { frames: [46, 47], end: 47 }
    expect(commonPicture([short, going(60, 61)])).toEqual([47, 61])
    expect(commonPicture([short, going(46)])).toEqual([46, 46])
    expect(commonPicture([short, { frames: [95], end: 95 }])).toEqual([47, 95])
  })

  it('does not believe that a clip has come to its end before its frames have', () => {
    expect(commonPicture([{ frames: [40, 43], end: 47 }, going(46, 47)])).toBeNull()
    expect(
      commonPicture([
        { frames: [43], end: 47 },
        { frames: [47], end: 47 },
      ]),
    ).toBeNull()
  })
})
