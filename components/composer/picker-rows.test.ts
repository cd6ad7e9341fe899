import { describe, expect, it } from 'vitest'
import { models } from '@/lib/models/capabilities'
import { defaultSettings } from '@/lib/models/settings'
import { settleDraft } from '@/lib/models/settle-draft'
import { matches, pickerRows } from './picker-rows'

const draft = settleDraft({
  mode: 'references',
  takes: 2,
  input: {
    model: 'seedance2.0-sp',
    prompt: 'Fog',
    duration: 8,
    images: ['https://a.example/1.jpg'],
    reference_videos: ['https://a.example/1.mp4'],
    reference_audios: ['https://a.example/1.wav'],
  },
})
const prices = {
  'seedance2.0-sp-720p': 0.05,
  'seedance2.0-md': 0.6,
  'seedance2.0-mini-720p-video': 0.1,
}

function rowOf(id: string, list: typeof prices | null = prices) {
  const rows = [...pickerRows(draft, list, defaultSettings).values()].flat()
  return rows.find(({ model }) => model.id === id)
}

describe('pickerRows', () => {
  it('has a row for every model', () => {
    expect([...pickerRows(draft, prices, defaultSettings).values()].flat()).toHaveLength(
      models.length,
    )
  })

  it('prices the present draft, takes included', () => {
    expect(rowOf('seedance2.0-sp')?.now).toEqual({ amount: 0.8, atLeast: false })
  })

  it('says what a switch would set aside', () => {
    expect(rowOf('seedance2.0-sp')?.aside).toEqual([])
    expect(rowOf('seedance2.0-md')?.aside).toEqual([{ kind: 'audio', count: 1 }])
  })

  it('greys out what a known price list lacks', () => {
    expect(rowOf('seedance2.0-std')).toMatchObject({ unpriced: true, now: null })
  })

  it('greys out nothing while no prices are known', () => {
    expect(rowOf('seedance2.0-std', null)).toMatchObject({ unpriced: false, now: null })
  })

  it('gives a lower bound where an unmeasured clip is billed', () => {
    expect(rowOf('seedance2.0-mini-video')).toMatchObject({
      billsClip: true,
      now: { amount: 1.6, atLeast: true },
    })
  })
})

describe('matches', () => {
  it.each([
    ['', true],
    ['MD', true],
    ['sound md', true],
    ['md 4k', false],
  ])('%s', (query, found) => {
    expect(matches(query, 'seedance2.0-md MD 720p sound audio')).toBe(found)
  })
})
