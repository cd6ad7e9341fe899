import { describe, expect, it } from 'vitest'
import type { Task } from '@/lib/schemas/task'
import { cardState, elapsed, frameRatio } from './task-facts'

describe('elapsed', () => {
  it.each([
    [-5, '0:00'],
    [9_000, '0:09'],
    [72_900, '1:12'],
    [3_600_000, '1:00:00'],
    [3_725_000, '1:02:05'],
  ])('%d ms reads %s', (milliseconds, text) => {
    expect(elapsed(milliseconds)).toBe(text)
  })
})

describe('cardState', () => {
  const archive = (status: Task['archive']['status']) => ({
    status,
    saved_at: null,
    expires_at: null,
  })

  it.each([
    ['queued', 'none', 'queued'],
    ['failed', 'none', 'failed'],
    ['completed', 'none', 'saving'],
    ['completed', 'pending', 'saving'],
    ['completed', 'saved', 'completed'],
    ['completed', 'lost', 'lost'],
  ] as const)('%s with the archive %s shows as %s', (status, kept, state) => {
    expect(cardState({ status, archive: archive(kept) })).toBe(state)
  })
})

describe('frameRatio', () => {
  const input = { model: 'seedance2.0-sp', prompt: 'x', ratio: '9:16' }
  const result = {
    video_url: '',
    poster_url: null,
    width: 1280,
    height: 720,
    duration: null,
    sound: null,
    thumbhash: null,
    bytes: null,
    sha256: null,
  }

  it('is the measured one where there is one', () => {
    expect(frameRatio({ input, result })).toBeCloseTo(16 / 9)
  })

  it('is the asked one until then', () => {
    expect(frameRatio({ input, result: { ...result, width: null } })).toBeCloseTo(9 / 16)
  })

  it('is 16:9 where nobody can know', () => {
    expect(frameRatio({ input: { ...input, ratio: 'Adaptive' }, result: null })).toBeCloseTo(16 / 9)
  })
})
