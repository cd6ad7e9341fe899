import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftOf, draftWith } from '@/tests/draft-arbitrary'
import { step, taken } from '@/tests/draft-steps'
import { getModel, models } from './capabilities'
import { createBody } from './create-body'
import { inputOf, type Draft } from './draft'
import { addReference, removeReference } from './edit-material'
import { fitToModel } from './fit-to-model'
import { danglingMentions, kindOfField, parseMentions, type Mention } from './mentions'
import { defaultSettings } from './settings'
import { switchMode } from './switch-mode'
import { listFields, type ListField } from './task-input'

function fieldOf({ kind }: Mention): ListField {
  return listFields.find((one) => kindOfField[one] === kind) ?? 'images'
}

function named(draft: Draft, mention: Mention): string | undefined {
  return draft.input[fieldOf(mention)][mention.number - 1]
}

/** What each mention of a prompt names: on show, else set aside, else put away; undefined = nothing. */
function meanings(draft: Draft): (string | undefined)[] {
  return parseMentions(draft.input.prompt).map((mention) => {
    const field = fieldOf(mention)
    const order = draft.mode === 'references' ? ['references', 'frames'] : ['frames', 'references']
    const away = order.flatMap((mode) =>
      mode === draft.mode ? [] : draft.parked.modes[mode as 'frames' | 'references'][field],
    )
    const aside = draft.parked.items[field].map(({ reference }) => reference)
    return [...draft.input[field], ...aside, ...away][mention.number - 1]
  })
}

function everything({ input, parked }: Draft): string[] {
  const shown = Object.values(input).flatMap((value) => (Array.isArray(value) ? value : []))
  const frames = [input.first_image, input.last_image].filter(Boolean)
  const aside = Object.values(parked.items).flatMap((items) => items.map((item) => item.reference))
  const away = Object.values(parked.modes).flatMap((shelf) => Object.values(shelf).flat())
  return [...shown, ...frames, ...aside, ...away].sort()
}

const start = fc
  .constantFrom(...models.map(({ id }) => id))
  .chain((id) => draftOf(id))
  .filter((draft) => new Set(everything(draft)).size === everything(draft).length)

describe('any sequence of edits, switches and undos', () => {
  it('leaves every mention on its own item, or on nothing', () => {
    fc.assert(
      fc.property(start, fc.array(step, { maxLength: 25 }), (first, steps) => {
        let draft = first
        let meant = meanings(draft)
        const past: Draft[] = []
        const pastMeant: (typeof meant)[] = []
        for (const [number, next] of steps.entries()) {
          const before = draft
          if (next.do === 'undo') meant = pastMeant.pop() ?? meant
          else pastMeant.push(meant)
          draft = taken(next, draft, past, number)

          const kept = new Set(everything(draft))
          const mentions = parseMentions(draft.input.prompt)
          expect(mentions).toHaveLength(meant.length)
          const added = everything(draft).filter((one) => !everything(before).includes(one))
          // A number that was written ahead may find the reference that was attached just now.
          const now = meanings(draft).map((one, at) => {
            const awaited = meant[at] === undefined && one !== undefined && added.includes(one)
            return next.do === 'add' && awaited ? one : meant[at]
          })
          meant = now.map((one) => (one !== undefined && kept.has(one) ? one : undefined))
          expect(meanings(draft)).toEqual(meant)

          const shown = new Set(listFields.flatMap((one) => draft.input[one]))
          const counts = {
            image: draft.input.images.length,
            video: draft.input.reference_videos.length,
            audio: draft.input.reference_audios.length,
          }
          const flagged = danglingMentions(draft.input.prompt, counts).map((one) => one.start)
          for (const [at, mention] of mentions.entries()) {
            const item = meant[at]
            if (item !== undefined && shown.has(item)) expect(named(draft, mention)).toBe(item)
            else expect(flagged).toContain(mention.start)
          }
        }
      }),
      { numRuns: 1_500 },
    )
  })

  it('loses no reference that was not removed', () => {
    fc.assert(
      fc.property(start, fc.array(step, { maxLength: 25 }), (first, steps) => {
        let draft = first
        const past: Draft[] = []
        for (const [number, next] of steps.entries()) {
          const before = everything(draft)
          draft = taken(next, draft, past, number)
          const after = everything(draft)
          if (next.do === 'undo') continue
          const lost = before.filter((one) => !after.includes(one))
          expect(lost.length).toBeLessThanOrEqual(next.do === 'remove' ? 1 : 0)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('sends the arrays in the order in which they are numbered, and the prompt as it stands', () => {
    fc.assert(
      fc.property(start, fc.array(step, { maxLength: 15 }), (first, steps) => {
        const past: Draft[] = []
        const draft = steps.reduce((last, next, number) => taken(next, last, past, number), first)
        const model = getModel(draft.input.model)
        if (model === undefined) throw new Error('the model is not in the table')
        const body = createBody(inputOf(draft), model)
        expect(body.prompt).toBe(draft.input.prompt)
        for (const mention of parseMentions(body.prompt)) {
          expect(body[fieldOf(mention)]?.[mention.number - 1]).toBe(named(draft, mention))
        }
        for (const one of listFields) expect(body[one] ?? []).toEqual(draft.input[one])
      }),
      { numRuns: 300 },
    )
  })
})

describe('single edits', () => {
  const image = (number: number) => `https://media.example/${number}.jpg`

  it('a mention of what was removed stays open, whatever is attached then', () => {
    const before = draftWith({
      model: 'seedance2.0-std',
      prompt: '@Image1 meets @图片2',
      images: [image(1), image(2)],
    })
    const fewer = removeReference(before, 'images', 0)
    expect(fewer.input.prompt).toBe('@Image? meets @图片1')
    expect(addReference(fewer, 'images', image(3)).input.prompt).toBe('@Image? meets @图片1')
  })

  it('a number that was written ahead finds what it waited for', () => {
    const before = draftWith({ model: 'seedance2.0-std', prompt: '@Image1 and @Image2' })
    const after = addReference({ ...before, mode: 'references' }, 'images', image(1))
    expect(after.input.prompt).toBe('@Image1 and @Image2')
  })

  it('does not take the number of one that is set aside', () => {
    const before = draftWith({
      model: 'seedance2.0-sp',
      prompt: '@Image1 @Image2',
      images: [image(1), 'asset://fox'],
    })
    const { draft: md } = fitToModel(before, 'seedance2.0-md', defaultSettings)
    const more = addReference(md, 'images', image(3))
    expect(more.input).toMatchObject({ prompt: '@Image1 @Image3', images: [image(1), image(3)] })
    const { draft: sp } = fitToModel(more, 'seedance2.0-sp', defaultSettings)
    expect(sp.input).toMatchObject({
      prompt: '@Image1 @Image2',
      images: [image(1), 'asset://fox', image(3)],
    })
  })

  it('a sound of the one mode is not taken for that of the other', () => {
    const before = draftWith({
      model: 'seedance2.0-sp',
      prompt: 'to the beat of @Audio1',
      images: [image(1)],
      reference_audios: ['https://media.example/beat.mp3'],
    })
    const frames = switchMode(before, 'frames')
    const sung = addReference(frames, 'reference_audios', 'https://media.example/song.mp3')
    expect(sung.input.prompt).toBe('to the beat of @Audio2')
    expect(switchMode(sung, 'references').input).toMatchObject({
      prompt: 'to the beat of @Audio1',
      reference_audios: ['https://media.example/beat.mp3'],
    })
  })

  it('sounds of both modes keep theirs on a model that takes none', () => {
    const beat = 'https://media.example/beat.mp3'
    const before = draftWith({
      model: 'seedance2.0-sp',
      prompt: 'to the beat of @Audio1',
      images: [image(1)],
      reference_audios: [beat],
    })
    const sung = addReference(
      switchMode(before, 'frames'),
      'reference_audios',
      'https://media.example/song.mp3',
    )
    const back = switchMode(sung, 'references')
    const { draft: full } = fitToModel(back, 'sd2_mx_720p', defaultSettings)
    expect(full).toMatchObject({ mode: 'text', input: { prompt: 'to the beat of @Audio2' } })
    const { draft: sp } = fitToModel(full, 'seedance2.0-sp', defaultSettings)
    expect(sp.input).toMatchObject({ prompt: back.input.prompt, reference_audios: [beat] })
  })
})
