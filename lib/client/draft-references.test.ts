import { expect, it } from 'vitest'
import { settleDraft } from '@/lib/models/settle-draft'
import { switchMode } from '@/lib/models/switch-mode'
import { fitToModel } from '@/lib/models/fit-to-model'
import { defaultSettings } from '@/lib/models/settings'
import { replaceReference, swapReference, withoutReference } from './draft-references'
import { opened, replaced, initialState, type DraftState } from './draft-state'

const from = 'upload://a'
const to = 'media://00000000-0000-7000-8000-000000000001'
const written = settleDraft({
  mode: 'references',
  input: {
    model: 'seedance2.0-sp',
    prompt: '@Image2 and @Image1',
    duration: Number.NaN,
    images: ['https://a.example/1.png', from],
    reference_audios: ['https://a.example/1.wav'],
  },
})
const stateOf = (draft: typeof written): DraftState => opened(initialState(), 'a', draft, null)

it('puts an item where its upload stood, and touches nothing else', () => {
  const draft = swapReference(written, from, to)
  expect(draft).toEqual({
    ...written,
    input: { ...written.input, images: ['https://a.example/1.png', to] },
  })
})

it('finds it among what waits in another mode', () => {
  const away = switchMode(written, 'text')
  expect(switchMode(swapReference(away, from, to), 'references').input.images[1]).toBe(to)
})

it('finds it among what the model has no room for', () => {
  const sounds = settleDraft({ ...written, input: { ...written.input, reference_audios: [from] } })
  const { draft } = fitToModel(sounds, 'seedance2.0-md', defaultSettings)
  expect(draft.input.reference_audios).toEqual([])
  const back = fitToModel(swapReference(draft, from, to), 'seedance2.0-sp', defaultSettings)
  expect(back.draft.input.reference_audios).toEqual([to])
})

it('tells the form, and puts the item into what Undo brings back', () => {
  const changed = replaced(stateOf(written), 'a', switchMode(written, 'text'), {
    before: written,
    changes: [],
  })
  const [entry] = replaceReference(changed, from, to).open
  expect(entry?.revision).toBe((changed.open[0]?.revision ?? 0) + 1)
  expect(entry?.change?.before.input.images[1]).toBe(to)
})

it('is the same state where nobody holds it', () => {
  const state = stateOf(written)
  expect(replaceReference(state, 'upload://b', to)).toBe(state)
})

it('takes an upload that is given up out of every draft, its mentions flagged', () => {
  const [entry] = withoutReference(stateOf(written), from).open
  expect(entry?.draft.input).toMatchObject({
    images: ['https://a.example/1.png'],
    prompt: '@Image? and @Image1',
  })
})
