import { describe, expect, it } from 'vitest'
import { fitToModel } from '@/lib/models/fit-to-model'
import { defaultSettings } from '@/lib/models/settings'
import { emptyDraft, settleDraft } from '@/lib/models/settle-draft'
import {
  activated,
  activeEntry,
  closed,
  edited,
  initialState,
  isBlank,
  opened,
  reopened,
  replaced,
  type DraftState,
} from './draft-state'

const fog = settleDraft({ input: { prompt: 'Fog' } })
const rain = settleDraft({ input: { prompt: 'Rain' } })

const ids = (state: DraftState) => state.open.map(({ id }) => id)

function withTwo(): DraftState {
  return opened(edited(initialState(), 'first', fog), 'second', rain, null)
}

describe('isBlank', () => {
  it.each([
    ['an empty draft', {}, true],
    ['choices alone', { input: { ratio: '9:16', duration: 8 } }, true],
    ['words', { input: { prompt: 'Fog' } }, false],
    ['a reference', { input: { images: ['https://a.example/1.jpg'] } }, false],
    ['a frame', { input: { first_image: 'https://a.example/1.jpg' } }, false],
    [
      'material of a mode that is not chosen',
      { parked: { modes: { references: { images: ['https://a.example/1.jpg'] } } } },
      false,
    ],
  ])('%s', (_, part, blank) => {
    expect(isBlank(settleDraft(part))).toBe(blank)
  })

  it('material that the model could not take', () => {
    const withSound = settleDraft({
      mode: 'references',
      input: { model: 'seedance2.0-sp', reference_audios: ['https://a.example/1.wav'] },
    })
    expect(isBlank(fitToModel(withSound, 'seedance2.0-md', defaultSettings).draft)).toBe(false)
  })
})

describe('opening', () => {
  it('takes the place of a blank draft', () => {
    const state = opened(initialState(), 'second', rain, 'Reuse')
    expect(ids(state)).toEqual(['second'])
    expect(activeEntry(state)).toMatchObject({ title: 'Reuse', draft: rain })
  })

  it('never replaces a draft that holds something', () => {
    const state = withTwo()
    expect(ids(state)).toEqual(['first', 'second'])
    expect(state.open[0]?.draft).toEqual(fog)
    expect(state.active).toBe('second')
  })

  it('opens next to the draft in front', () => {
    const state = opened(activated(withTwo(), 'first'), 'third', rain, null)
    expect(ids(state)).toEqual(['first', 'third', 'second'])
  })
})

describe('closing', () => {
  it.each([
    ['the first of two', 'first', 'second'],
    ['the last of two', 'second', 'first'],
  ])('%s leaves its neighbour in front', (_, id, left) => {
    const state = closed(withTwo(), id)
    expect(ids(state)).toEqual([left])
    expect(state.active).toBe(left)
  })

  it('leaves the draft in front where it is when another one closes', () => {
    expect(closed(activated(withTwo(), 'first'), 'second').active).toBe('first')
  })

  it('keeps the only draft', () => {
    const state = initialState()
    expect(closed(state, 'first')).toBe(state)
  })

  it('is undone by reopening, place and words alike', () => {
    const before = activated(withTwo(), 'first')
    const state = reopened(closed(before, 'first'))
    expect(ids(state)).toEqual(['first', 'second'])
    expect(activeEntry(state).draft).toEqual(fog)
  })

  it('offers nothing to reopen for a blank draft', () => {
    const state = opened(edited(initialState(), 'first', fog), 'second', emptyDraft(), null)
    expect(closed(state, 'second').closed).toBeNull()
  })
})

describe('the change line', () => {
  const change = { before: fog, changes: [] }

  it('stands after a change from outside, which the form takes over', () => {
    const entry = activeEntry(replaced(initialState(), 'first', rain, change))
    expect(entry).toMatchObject({ draft: rain, change, revision: 1 })
  })

  it('goes at the next edit, which the form needs not take over', () => {
    const state = edited(replaced(initialState(), 'first', rain, change), 'first', fog)
    expect(activeEntry(state)).toMatchObject({ draft: fog, change: null, revision: 1 })
  })
})
