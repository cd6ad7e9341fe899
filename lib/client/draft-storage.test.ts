import { describe, expect, it } from 'vitest'
import { settleDraft } from '@/lib/models/settle-draft'
import { attempted, edited, initialState, opened } from './draft-state'
import { deserialize, serialize } from './draft-storage'

const draft = settleDraft({
  input: { model: 'seedance2.0-md', prompt: '潮水 🌊', images: ['https://a.example/1.jpg'] },
  takes: 3,
})
const attempt = { body: '{}', keys: ['k1', 'k2', 'k3'], group: 'g' }

describe('stored drafts', () => {
  it('come back whole, with the keys of a call whose answer is not known', () => {
    const state = attempted(
      opened(edited(initialState(), 'first', draft), 'second', draft, 'Again'),
      'second',
      attempt,
    )
    expect(deserialize(serialize(state))).toEqual(state)
  })

  it.each([
    ['nothing', null],
    ['no JSON', '{"open":['],
    ['another shape', '[1,2]'],
    ['no draft at all', '{"active":"a","open":[]}'],
  ])('%s gives none', (_, text) => {
    expect(deserialize(text)).toBeNull()
  })

  it('survive damage in parts: the rest is kept', () => {
    const state = deserialize(
      JSON.stringify({
        active: 'gone',
        open: [
          {
            id: 'a',
            title: 7,
            draft: {
              input: { model: 'no-such', prompt: 'Fog', images: [1, 'https://a.example/1.jpg'] },
            },
            attempt: { keys: [] },
          },
        ],
      }),
    )
    expect(state).toMatchObject({ active: 'a', open: [{ id: 'a', title: null, attempt: null }] })
    expect(state?.open[0]?.draft.input).toMatchObject({
      prompt: 'Fog',
      images: ['https://a.example/1.jpg'],
    })
  })
})
