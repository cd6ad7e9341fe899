import { describe, expect, it } from 'vitest'
import { settleDraft } from '@/lib/models/settle-draft'
import type { Mode } from '@/lib/models/task-input'
import { attachReferences, type NewReference } from './attach-references'

const draftOf = (model: string, mode: Mode, input: object = {}) =>
  settleDraft({ mode, input: { model, prompt: 'A lake', ...input } })
const image = (n: number): NewReference => ({ kind: 'image', reference: `upload://image-${n}` })
const clip: NewReference = { kind: 'video', reference: 'upload://clip' }
const sound: NewReference = { kind: 'audio', reference: 'upload://sound' }

describe('attachReferences', () => {
  it('makes references of words alone, each kind in its list and in order', () => {
    const { draft, left } = attachReferences(draftOf('seedance2.0-sp', 'text'), [
      image(1),
      clip,
      image(2),
      sound,
    ])
    expect(draft.mode).toBe('references')
    expect(draft.input).toMatchObject({
      prompt: 'A lake',
      images: ['upload://image-1', 'upload://image-2'],
      reference_videos: ['upload://clip'],
      reference_audios: ['upload://sound'],
    })
    expect(left).toEqual([])
  })

  it('leaves what has no room, and what the model does not take', () => {
    const images = [1, 2, 3, 4, 5].map(image)
    const { draft, left } = attachReferences(draftOf('seedance2.0-md', 'references'), [
      ...images,
      sound,
    ])
    expect(draft.input.images).toHaveLength(4)
    expect(left).toEqual([image(5), sound])
  })

  it('leaves a draft of words alone as it is when nothing has a place', () => {
    const before = draftOf('seedance2.0-md', 'text')
    expect(attachReferences(before, [sound])).toEqual({ draft: before, left: [sound] })
  })

  it('fills the frames that are empty, first and then last', () => {
    const { draft, left } = attachReferences(draftOf('seedance2.0-md', 'frames'), [
      image(1),
      image(2),
      image(3),
    ])
    expect(draft.input).toMatchObject({
      first_image: 'upload://image-1',
      last_image: 'upload://image-2',
    })
    expect(left).toEqual([image(3)])
  })

  it('puts an image where it was dropped, in the place of another', () => {
    const before = draftOf('seedance2.0-md', 'frames', { last_image: 'https://a.example/1.png' })
    const { draft } = attachReferences(before, [image(1)], 'last_image')
    expect(draft.input).toMatchObject({ first_image: '', last_image: 'upload://image-1' })
  })

  it('takes sounds beside frames where the model does', () => {
    const { draft } = attachReferences(draftOf('seedance2.0-sp', 'frames'), [sound])
    expect(draft.input.reference_audios).toEqual(['upload://sound'])
  })
})
