import { describe, expect, it } from 'vitest'
import { models } from '@/lib/models/capabilities'
import { judge } from '@/lib/models/judge'
import { mediaReference } from '@/lib/models/reference'
import { defaultSettings } from '@/lib/models/settings'
import { audio, image } from '@/tests/limit-facts'
import { modelInputs } from '@/tests/model-inputs'
import { ruleCases } from '@/tests/rule-cases'
import { checkInput } from './check-input'

describe('every rule of the protocol, on every model', () => {
  it.each(ruleCases.map((rule) => [rule.name, rule] as const))(
    '%s',
    (_, { input, expect: due }) => {
      const checked = checkInput(input, defaultSettings)
      const codes = checked.ok
        ? checked.warnings.map(({ code }) => code)
        : Object.entries(checked.fields).flatMap(([field, issues]) =>
            issues.map(({ code }) => `${field} ${code}`),
          )
      if (due === 'ok') expect({ ok: checked.ok, codes }).toEqual({ ok: true, codes: [] })
      else if ('warn' in due) {
        expect(checked.ok).toBe(true)
        expect(codes).toContain(due.warn)
      } else {
        expect(checked.ok).toBe(false)
        expect(codes).toContain(`${due.field} ${due.code}`)
      }
    },
  )
})

describe('the smallest and the largest input of every model', () => {
  it.each(modelInputs.map((sample) => [sample.name, sample] as const))('%s', (_, { input }) => {
    expect(checkInput(input, defaultSettings)).toMatchObject({ ok: true, input })
  })
})

describe('checkInput', () => {
  const fields = (raw: unknown) => {
    const checked = checkInput(raw, defaultSettings)
    return checked.ok ? null : checked.fields
  }

  it.each([
    ['nothing', undefined, 'required'],
    ['null', null, 'not_object'],
    ['a list', [], 'not_object'],
    ['text', 'a lake', 'not_object'],
  ])('refuses %s as a whole', (_, raw, code) => {
    expect(fields(raw)).toEqual({ _: [expect.objectContaining({ code })] })
  })

  it('takes an emptied number field for none, not for the default', () => {
    const emptied = { model: 'seedance2.0-mini', prompt: 'a lake', duration: Number.NaN }
    const complaint = { field: 'duration', code: 'not_whole_number', warns: false }
    expect(judge(emptied, defaultSettings)).toEqual([expect.objectContaining(complaint)])
    expect(fields(emptied)).toEqual({
      duration: [expect.objectContaining({ code: 'not_whole_number' })],
    })
  })

  it('asks for a model and a prompt', () => {
    expect(Object.keys(fields({}) ?? {})).toEqual(['model', 'prompt'])
  })

  it('names a model it does not know, and judges the prompt all the same', () => {
    expect(fields({ model: 'seedance-9', prompt: '' })).toEqual({
      model: [expect.objectContaining({ code: 'unknown_model', params: { model: 'seedance-9' } })],
      prompt: [expect.objectContaining({ code: 'required' })],
    })
  })

  it('puts every complaint on its own field, those of type and those of rule together', () => {
    expect(
      Object.entries(
        fields({
          model: 'seedance2.0-md',
          prompt: 'x',
          duration: '5',
          ratio: '4:3',
          first_image: 'http://media.example/a.png',
          seed: 1,
        }) ?? {},
      ).map(([field, issues]) => [field, ...issues.map(({ code }) => code)]),
    ).toEqual([
      ['duration', 'not_whole_number'],
      ['seed', 'unknown_field'],
      ['ratio', 'ratio_not_offered'],
      ['last_image', 'last_frame_missing'],
      ['first_image', 'link_not_secure'],
    ])
  })

  it('does not let a field named __proto__ reach a prototype', () => {
    const refused = fields(JSON.parse('{"model":"seedance2.0-md","prompt":"x","__proto__":1}'))
    expect(Object.keys(refused ?? {})).toEqual(['__proto__'])
    expect(Object.getPrototypeOf(refused)).toBe(Object.prototype)
  })

  it('says in words what is wrong, with the figures', () => {
    expect(fields({ model: 'seedance2.0-md', prompt: 'x', duration: 16 })?.duration?.[0]).toEqual({
      code: 'duration_out_of_range',
      message: 'seedance2.0-md makes clips of 1 to 15 seconds, not 16.',
      params: { model: 'seedance2.0-md', min: 1, max: 15, found: 16 },
    })
  })

  it('drops what is empty, adds nothing, and writes Adaptive as the gateway does', () => {
    const raw = {
      model: 'sd2_mx_720p',
      prompt: 'x',
      ratio: 'aDAPTIVE',
      resolution: '',
      images: [],
      first_image: '',
    }
    expect(checkInput(raw, defaultSettings)).toEqual({
      ok: true,
      input: { model: 'sd2_mx_720p', prompt: 'x', ratio: 'Adaptive' },
      warnings: [],
    })
  })

  it.each([
    [12, 13, false],
    [15, 13, true],
    [15, 15, true],
    [15, 16, false],
  ] as const)('with Full widened to %i s, %i s is taken: %s', (full_max_seconds, duration, ok) => {
    const raw = { model: 'sd2_mx_720p', prompt: 'x', duration }
    expect(checkInput(raw, { full_max_seconds }).ok).toBe(ok)
  })

  it('widens no other line', () => {
    const raw = { model: 'seedance2.0-std', prompt: 'x', duration: 16 }
    expect(checkInput(raw, { full_max_seconds: 15 }).ok).toBe(false)
  })
})

describe('items of ours', () => {
  const images = [mediaReference('0198c0de-0000-7000-8000-000000000000')]

  it.each(models.map(({ id }) => id))('%s takes them, whatever the gateway is sent', (model) => {
    expect(checkInput({ model, prompt: 'x', images }, defaultSettings).ok).toBe(true)
  })

  it('are held to the limits by what is known of them, in words with figures', () => {
    const raw = { model: 'seedance2.0-sp', prompt: 'x', images }
    const known = checkInput(raw, defaultSettings, () => ({ ...image, width: 200, height: 300 }))
    expect(known).toMatchObject({
      ok: true,
      warnings: [
        {
          field: 'images.0',
          code: 'side_out_of_range_in_doubt',
          message: 'One side has 200 pixels; seedance2.0-sp probably takes 300 to 6000.',
          params: { found: 200, min: 300, max: 6000 },
        },
      ],
    })
    const song = checkInput(raw, defaultSettings, () => audio)
    expect(song).toMatchObject({ ok: false, fields: { 'images.0': [{ code: 'wrong_kind' }] } })
  })

  it('need an id', () => {
    const raw = { model: 'seedance2.0-sp', prompt: 'x', images: ['media://1'] }
    expect(checkInput(raw, defaultSettings)).toMatchObject({
      ok: false,
      fields: { 'images.0': [{ code: 'media_without_id' }] },
    })
  })
})

describe('a complaint', () => {
  it('carries code, params and sentence, on the path of what it is about', () => {
    const raw = { model: 'sd2_mx_720p', prompt: 'x', images: ['asset://a', 'http://a.b/c'] }
    expect(checkInput(raw, defaultSettings)).toEqual({
      ok: false,
      fields: {
        'images.1': [
          {
            code: 'link_not_secure',
            message: expect.stringContaining('https'),
            params: { model: 'sd2_mx_720p' },
          },
        ],
      },
    })
  })
})
