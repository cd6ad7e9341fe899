import { describe, expect, it } from 'vitest'
import { activeEntry, edited, initialState } from '@/lib/client/draft-state'
import { settleDraft } from '@/lib/models/settle-draft'
import type { MediaKind } from '@/lib/schemas/media'
import { draftWith, withNewDraft } from './open-in-studio'
import { testMedia } from './test-media'

const reference = (kind: MediaKind, id: string) => ({ kind, reference: testMedia(id).reference })
const [image, clip, sound] = [
  reference('image', '1'),
  reference('video', '2'),
  reference('audio', '3'),
]

describe('items taken to the studio', () => {
  it('stay on the model in front where it takes them', () => {
    const { draft, left } = draftWith([image], 'seedance2.0-md')
    expect(draft.input).toMatchObject({ model: 'seedance2.0-md', images: [image.reference] })
    expect(left).toBe(0)
  })

  it('go to a model that takes them all where the one in front does not', () => {
    const { draft, left } = draftWith([image, clip, sound], 'seedance2.0-md')
    expect(left).toBe(0)
    expect(draft.input.images).toEqual([image.reference])
    expect(draft.input.reference_videos).toEqual([clip.reference])
    expect(draft.input.reference_audios).toEqual([sound.reference])
  })

  it('say how many no model has room for', () => {
    const many = Array.from({ length: 60 }, (_, at) => reference('image', String(at + 100)))
    const { draft, left } = draftWith(many, 'seedance2.0-mini')
    expect(draft.input.images.length + left).toBe(60)
    expect(left).toBeGreaterThan(0)
  })

  it('open a draft beside the one in front, whose words and material stay', () => {
    const before = edited(initialState(), 'first', settleDraft({ input: { prompt: 'Fog lifts.' } }))
    const { state } = withNewDraft(before, [image], 'new')
    expect(state.open.map(({ id }) => id)).toEqual(['first', 'new'])
    expect(state.open[0]?.draft.input.prompt).toBe('Fog lifts.')
    expect(activeEntry(state)).toMatchObject({ id: 'new', draft: { mode: 'references' } })
  })
})
