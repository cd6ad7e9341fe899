import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { models } from '@/lib/models/capabilities'
import { defaultSettings } from '@/lib/models/settings'
import { checkInput } from '@/lib/schemas/check-input'
import { draftOf } from '@/tests/draft-arbitrary'
import { taskInputResolver } from './task-input-resolver'

const resolver = taskInputResolver(defaultSettings, ({ code }) => code)
const options = { fields: {}, shouldUseNativeValidation: false }

const anyDraft = fc.constantFrom(...models.map(({ id }) => id)).chain((id) => draftOf(id))
const anyWords = fc.constantFrom('', '  ', 'A lake', 'long '.repeat(2_000))

describe('taskInputResolver', () => {
  it('refuses what the handler refuses, field by field, and sends what it would keep', () => {
    fc.assert(
      fc.property(
        anyDraft,
        anyWords,
        fc.integer({ min: 0, max: 20 }),
        (draft, prompt, duration) => {
          const values = { ...draft.input, prompt, duration }
          const formed = resolver(values, undefined, options)
          const checked = checkInput(values, defaultSettings)
          if (checked.ok) expect(formed).toEqual({ values: checked.input, errors: {} })
          else {
            const fields = new Set(Object.keys(checked.fields).map((path) => path.split('.')[0]))
            expect(new Set(Object.keys('errors' in formed ? formed.errors : {}))).toEqual(fields)
          }
        },
      ),
    )
  })

  it('says each complaint where it belongs, in the words given', () => {
    const values = {
      model: 'sd2_mx_720p',
      prompt: 'x',
      resolution: '720p',
      ratio: '16:9',
      duration: 99,
      images: ['asset://a', 'http://a.example/b.jpg'],
      first_image: '',
      last_image: '',
      reference_videos: [],
      reference_audios: [],
    }
    const said = taskInputResolver(defaultSettings, ({ code, params }) => `${code} ${params?.max}`)
    expect(said(values, undefined, options)).toEqual({
      values: {},
      errors: {
        duration: { type: 'duration_out_of_range', message: 'duration_out_of_range 12' },
        images: [undefined, { type: 'link_not_secure', message: 'link_not_secure undefined' }],
      },
    })
  })
})
