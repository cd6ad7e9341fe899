import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftOf } from '@/tests/draft-arbitrary'
import { defaultModel, models } from './capabilities'
import { inputOf } from './draft'
import { emptyDraft, settleDraft } from './settle-draft'

describe('emptyDraft', () => {
  it('asks for nothing but the defaults, and holds every field', () => {
    expect(emptyDraft()).toMatchObject({
      mode: 'text',
      takes: 1,
      input: {
        model: defaultModel,
        prompt: '',
        duration: 5,
        resolution: '720p',
        ratio: '16:9',
        images: [],
        first_image: '',
      },
    })
  })
})

describe('a stored draft', () => {
  it('comes back as it was, on every model', () => {
    const start = fc.constantFrom(...models.map(({ id }) => id)).chain((id) => draftOf(id))
    fc.assert(
      fc.property(start, (draft) => {
        expect(settleDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft)
      }),
    )
  })

  it('becomes a whole draft whatever is in the store', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (damaged) => {
        const settled = settleDraft(damaged)
        expect(settleDraft(settled)).toEqual(settled)
      }),
    )
  })

  it('becomes a whole draft whatever one of its parts has become', () => {
    const parts = ['input', 'mode', 'takes', 'parked', 'wishes']
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.jsonValue(), (part, damage) => {
        const settled = settleDraft({ ...emptyDraft(), [part]: damage })
        expect(settleDraft(settled)).toEqual(settled)
        expect(Object.keys(settled).sort()).toEqual([...parts].sort())
      }),
    )
  })

  it('loses only what is unreadable', () => {
    const settled = settleDraft({
      input: {
        model: 'a model that is gone',
        prompt: 'A lake',
        duration: '7',
        images: ['https://media.example/a.jpg', 7, '', null, 'asset://b'],
      },
      takes: 9,
      mode: 'dream',
    })
    expect(settled).toMatchObject({
      mode: 'references',
      takes: 1,
      input: {
        model: defaultModel,
        prompt: 'A lake',
        duration: 5,
        images: ['https://media.example/a.jpg', 'asset://b'],
      },
    })
  })
})

describe('settling an input', () => {
  it('turns an orientation into its ratio', () => {
    const input = { model: 'seedance2.0-md', prompt: 'x', orientation: 'portrait' }
    expect(settleDraft({ input }).input.ratio).toBe('9:16')
  })

  it('puts material that the form does not mix with frames into the other mode', () => {
    const input = {
      model: 'seedance2.0-std',
      prompt: 'x',
      first_image: 'https://media.example/a.jpg',
      reference_videos: ['https://media.example/a.mp4'],
      reference_audios: ['https://media.example/a.mp3'],
    }
    const settled = settleDraft({ input })
    expect(inputOf(settled)).toMatchObject({ first_image: 'https://media.example/a.jpg' })
    expect(inputOf(settled)).not.toHaveProperty('reference_videos')
    expect(settled.parked.modes.references).toMatchObject({
      reference_videos: ['https://media.example/a.mp4'],
      reference_audios: ['https://media.example/a.mp3'],
    })
  })

  it('lets sound ride along with frames where the line allows it', () => {
    const input = {
      model: 'seedance2.0-sp',
      prompt: 'x',
      first_image: 'asset://a',
      reference_audios: ['asset://b'],
    }
    expect(inputOf(settleDraft({ input }))).toMatchObject(input)
  })

  it('goes to the mode of material that is put in from outside', () => {
    const before = emptyDraft()
    const filled = settleDraft({
      ...before,
      input: { ...before.input, last_image: 'https://media.example/a.jpg' },
    })
    expect(filled.mode).toBe('frames')
  })

  it('keeps a chosen mode whose material is still missing', () => {
    expect(settleDraft({ ...emptyDraft(), mode: 'frames' }).mode).toBe('frames')
  })
})

describe('inputOf', () => {
  it('leaves out what is empty and keeps the rest as it stands', () => {
    expect(inputOf(emptyDraft())).toEqual({
      model: defaultModel,
      prompt: '',
      duration: 5,
      resolution: '720p',
      ratio: '16:9',
    })
  })
})
