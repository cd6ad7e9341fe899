import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftOf, draftWith as draft } from '@/tests/draft-arbitrary'
import { models } from './capabilities'
import { inputOf, type Draft } from './draft'
import { fitToModel, type Fit } from './fit-to-model'
import { switchMode } from './switch-mode'
import { judge } from './judge'
import { parseMentions } from './mentions'
import { defaultSettings } from './settings'
import { listFields } from './task-input'

const ids = models.map(({ id }) => id)

function fit(draft: Draft, model: string): Fit {
  return fitToModel(draft, model, defaultSettings)
}

function refusals(draft: Draft) {
  return judge(inputOf(draft), defaultSettings).flatMap(({ code, warns }) => (warns ? [] : [code]))
}

/** The fields in which two drafts differ, the model itself aside. */
function differences(before: Draft, after: Draft): string[] {
  const fields = Object.keys(before.input) as (keyof Draft['input'])[]
  const changed = fields.filter(
    (field) => JSON.stringify(before.input[field]) !== JSON.stringify(after.input[field]),
  )
  return [
    ...changed.filter((field) => field !== 'model'),
    ...(before.mode === after.mode ? [] : ['mode']),
  ].sort()
}

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) frozen(part)
    Object.freeze(value)
  }
  return value
}

const pairs = ids.flatMap((from) => ids.map((to) => [from, to] as const))

describe('from any model to any other', () => {
  it.each(pairs)('%s → %s', (from, to) => {
    fc.assert(
      fc.property(draftOf(from), (before) => {
        frozen(before)
        expect(refusals(before)).toEqual([])
        const { draft, changes } = fit(before, to)
        expect(draft.input.model).toBe(to)
        expect(refusals(draft)).toEqual([])
        expect([...new Set(changes.flatMap(({ fields }) => fields))].sort()).toEqual(
          differences(before, draft),
        )
        expect({ ...fit(draft, from).draft, wishes: {} }).toEqual({ ...before, wishes: {} })
      }),
      { numRuns: 15 },
    )
  })

  it('comes home unchanged from any journey', () => {
    const journey = fc.array(fc.constantFrom(...ids), { minLength: 1, maxLength: 6 })
    const start = fc.constantFrom(...ids).chain((id) => draftOf(id))
    fc.assert(
      fc.property(start, journey, (before, stops) => {
        const there = stops.reduce((draft, stop) => fit(draft, stop).draft, before)
        const { draft } = fit(there, before.input.model)
        expect({ ...draft, wishes: {} }).toEqual({ ...before, wishes: {} })
      }),
      { numRuns: 500 },
    )
  })

  it('changes nothing when the model stays', () => {
    const start = fc.constantFrom(...ids).chain((id) => draftOf(id))
    fc.assert(
      fc.property(start, (before) => {
        const { draft, changes } = fit(before, before.input.model)
        expect({ ...draft, wishes: {} }).toEqual({ ...before, wishes: {} })
        expect(changes).toEqual([])
      }),
    )
  })
})

describe('switchMode', () => {
  it('gives each mode its own material back, on every model', () => {
    const start = fc.constantFrom(...ids).chain((id) => draftOf(id))
    const mode = fc.constantFrom('text', 'frames', 'references')
    fc.assert(
      fc.property(start, fc.array(mode, { maxLength: 4 }), (before, steps) => {
        frozen(before)
        const there = steps.reduce(switchMode, before)
        expect(switchMode(there, before.mode)).toEqual({ ...before, wishes: expect.anything() })
      }),
      { numRuns: 300 },
    )
  })
})

function codes({ changes }: Fit) {
  return changes.map(({ code, params }) => [code, params])
}

const image = (n: number) => `https://media.example/${n}.jpg`

describe('what a switch does', () => {
  it('clamps seconds, and takes the nearest resolution and ratio', () => {
    const before = draft({
      model: 'seedance2.0-sp',
      duration: 15,
      resolution: '480p',
      ratio: '4:3',
    })
    const full = fit(before, 'sd2_mx_1080p')
    expect(codes(full)).toEqual([
      ['duration_changed', { from: 15, to: 12 }],
      ['resolution_changed', { from: '480p', to: '1080p' }],
    ])
    expect(codes(fit(full.draft, 'seedance2.0-md'))).toEqual([
      ['duration_changed', { from: 12, to: 15 }],
      ['ratio_changed', { from: '4:3', to: '16:9' }],
      ['resolution_changed', { from: '1080p', to: '720p' }],
    ])
  })

  it('keeps what was chosen anew over what was once wished', () => {
    const before = draft({ model: 'seedance2.0-sp', duration: 15 })
    const { draft: full } = fit(before, 'sd2_mx_720p')
    const shorter = { ...full, input: { ...full.input, duration: 7 } }
    expect(fit(shorter, 'seedance2.0-sp').draft.input.duration).toBe(7)
  })

  it('sets images over the limit aside and brings them back in their places', () => {
    const six = [1, 2, 3, 4, 5, 6].map(image)
    const before = draft({ model: 'seedance2.0-std', images: six })
    const md = fit(before, 'seedance2.0-md')
    expect(md.draft.input.images).toEqual(six.slice(0, 4))
    expect(codes(md)).toEqual([['images_over_limit', { count: 2, max: 4 }]])
    const fewer = {
      ...md.draft,
      input: { ...md.draft.input, images: md.draft.input.images.slice(1) },
    }
    const back = fit(fewer, 'seedance2.0-std')
    expect(back.draft.input.images).toEqual(six.slice(1))
    expect(codes(back)).toEqual([['images_restored', { count: 2 }]])
  })

  it('renumbers the prompt so that every mention keeps its picture', () => {
    const before = draft({
      model: 'seedance2.0-sp',
      prompt: '@Image1 then @Image2 then @图片3',
      images: [image(1), 'asset://fox', image(3)],
    })
    const md = fit(before, 'seedance2.0-md')
    expect(md.draft.input.images).toEqual([image(1), image(3)])
    expect(md.draft.input.prompt).toBe('@Image1 then @Image3 then @图片2')
    expect(codes(md)).toEqual([
      ['images_need_links', { count: 1 }],
      ['mentions_renumbered', {}],
    ])
  })

  it('goes to text when nothing of the material is taken, and comes back to its mode', () => {
    const before = draft({ model: 'seedance2.0-std', images: [image(1)] })
    const full = fit(before, 'sd2_mx_720p')
    expect(full.draft.mode).toBe('text')
    expect(codes(full)).toEqual([
      ['images_need_assets', { count: 1 }],
      ['mode_to_text', {}],
    ])
    expect(codes(fit(full.draft, 'seedance2.0-std'))).toEqual([
      ['images_restored', { count: 1 }],
      ['mode_to_references', {}],
    ])
  })

  it('keeps an empty tray open', () => {
    const before = draft({ model: 'seedance2.0-std' }, { mode: 'references' })
    expect(fit(before, 'seedance2.0-md')).toMatchObject({
      draft: { mode: 'references' },
      changes: [],
    })
  })

  it('sets a single frame aside where both are needed; choosing frames shows it again', () => {
    const before = draft({ model: 'seedance2.0-sp', first_image: image(1) })
    const md = fit(before, 'seedance2.0-md')
    expect(codes(md)).toEqual([
      ['frames_need_both', { count: 1 }],
      ['mode_to_text', {}],
    ])
    expect(switchMode(md.draft, 'frames').input.first_image).toBe(image(1))
  })

  it('sets sounds aside that would be left alone', () => {
    const before = draft({
      model: 'seedance2.0-sp',
      images: ['asset://fox'],
      reference_audios: ['https://media.example/a.mp3'],
    })
    expect(codes(fit(before, 'seedance2.0-mini'))).toEqual([
      ['images_need_links', { count: 1 }],
      ['sounds_alone', { count: 1 }],
      ['mode_to_text', {}],
    ])
  })

  it('says that a prompt is too long and does not cut it', () => {
    const prompt = '🏮'.repeat(5001)
    const md = fit(draft({ model: 'seedance2.0-sp', prompt }), 'seedance2.0-md')
    expect(md.draft.input.prompt).toBe(prompt)
    expect(codes(md)).toEqual([['prompt_too_long', { found: 5001, max: 5000 }]])
  })

  it('leaves seconds that are not filled in or no whole number to the form', () => {
    for (const duration of [undefined, NaN, 2.5]) {
      const before = draft({ model: 'seedance2.0-md' })
      const unfinished = { ...before, input: { ...before.input, duration } }
      const sp = fit(unfinished, 'seedance2.0-sp')
      expect(sp.draft.input.duration).toBe(duration)
      expect(sp.changes).toEqual([])
    }
  })

  it('does not let a frame set aside push out one chosen since', () => {
    const before = draft({
      model: 'seedance2.0-sp',
      first_image: 'asset://old',
      last_image: image(1),
    })
    const { draft: mini } = fit(before, 'seedance2.0-mini')
    const chosen = { ...mini, input: { ...mini.input, first_image: image(2) } }
    const sp = fit(chosen, 'seedance2.0-sp')
    expect(sp.draft.input).toMatchObject({ first_image: image(2), last_image: image(1) })
    expect(sp.changes).toEqual([])
  })

  it('changes nothing for a model that is not there', () => {
    const before = draft({ model: 'seedance2.0-md' })
    expect(fit(before, 'seedance-9')).toEqual({ draft: before, changes: [] })
  })
})

describe('mentions on the way', () => {
  it('name the same references after a switch, or none', () => {
    const start = fc.constantFrom(...ids).chain((id) => draftOf(id))
    fc.assert(
      fc.property(start, fc.constantFrom(...ids), (before, to) => {
        const { draft: after } = fit(before, to)
        if (after.mode !== before.mode) return
        const was = parseMentions(before.input.prompt)
        const is = parseMentions(after.input.prompt)
        const kinds = ['image', 'video', 'audio'] as const
        for (const [at, mention] of was.entries()) {
          const field = listFields[kinds.indexOf(mention.kind)] ?? 'images'
          const old = before.input[field][mention.number - 1]
          const now = after.input[field][(is[at]?.number ?? 0) - 1]
          if (now !== undefined) expect(now).toBe(old)
        }
      }),
      { numRuns: 500 },
    )
  })
})
