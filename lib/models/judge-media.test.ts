import { describe, expect, it } from 'vitest'
import { audio, image, limitCases, video, type LineName } from '@/tests/limit-facts'
import { protocolFacts } from '@/tests/protocol-facts'
import { getModel, models, type Model } from './capabilities'
import { firstClipSeconds } from './estimate'
import type { InputIssue } from './input-issue'
import { judge } from './judge'
import type { FactsOf, MediaFacts } from './media-facts'
import { fieldOf } from './mentions'
import { mediaReference } from './reference'
import { defaultSettings, type Settings } from './settings'
import type { TaskInput } from './task-input'

const named = (number: number) => mediaReference(`0198c0de-0000-7000-8000-00000000000${number}`)

/** An input of these items, and what is known of them. */
function inputWith(model: string, items: readonly MediaFacts[]): [TaskInput, FactsOf] {
  const names = items.map((_, index) => named(index))
  const field = fieldOf[items[0]?.kind ?? 'image']
  return [{ model, prompt: 'x', [field]: names }, (name) => items[names.indexOf(name)]]
}

function judged(model: string, items: readonly MediaFacts[], settings?: Settings): InputIssue[] {
  const [input, factsOf] = inputWith(model, items)
  return judge(input, settings ?? defaultSettings, factsOf)
}

const lineOf = ({ line }: Model): LineName =>
  line === 'sp_economy' || line === 'sp_official' ? 'sp' : line

const facts = new Map(protocolFacts.flatMap((row) => row.models.map((id) => [id, row] as const)))

function takes(id: string, kind: MediaFacts['kind']): boolean {
  const row = facts.get(id)
  const room = { image: row?.images[0], video: row?.clips[0], audio: row?.sounds[0] }
  return (room[kind] ?? 0) > 0
}

describe('every limit of the protocol at both sides of its edge, on every model', () => {
  it.each(limitCases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const on = models.filter(
      (model) =>
        one.lines.includes(lineOf(model)) && takes(model.id, one.inside[0]?.kind ?? 'image'),
    )
    expect(on.length).toBeGreaterThan(0)
    const warns = one.certainty === 'inferred'
    const settings = { ...defaultSettings, own_links: !one.code.startsWith('upload_') }
    for (const { id } of on) {
      const codes = (items: readonly MediaFacts[]) =>
        judged(id, items, settings).map(({ code, warns }) => [code, warns])
      const complaint = [warns ? `${one.code}_in_doubt` : one.code, warns]
      expect([id, codes(one.outside)]).toEqual([id, expect.arrayContaining([complaint])])
      expect([id, codes(one.inside)]).not.toEqual([id, expect.arrayContaining([complaint])])
    }
  })

  it('says nothing about material that keeps them all', () => {
    const kinds = ['image', 'video', 'audio']
    for (const { id } of models) {
      const fine = [image, video, audio].filter(({ kind }) => takes(id, kind))
      const input = Object.fromEntries(
        fine.map(({ kind }) => [fieldOf[kind], [named(kinds.indexOf(kind))]]),
      )
      const factsOf: FactsOf = (name) =>
        fine.find(({ kind }) => name === named(kinds.indexOf(kind)))
      const issues = judge({ model: id, prompt: 'x', ...input }, defaultSettings, factsOf)
      expect([id, issues.filter(({ code }) => code !== 'clips_in_doubt')]).toEqual([id, []])
    }
  })
})

describe('a complaint about material', () => {
  const md = 'seedance2.0-md'

  it('gives the number found and the numbers allowed, on the path of the item', () => {
    expect(judged(md, [video, { ...video, height: 700 }])).toContainEqual({
      field: 'reference_videos.1',
      code: 'side_out_of_range',
      params: { model: md, found: 700, min: 720, max: 2160 },
      warns: false,
    })
  })

  it('stands on the list where it is about all together', () => {
    const clips = [video, video, { ...video, duration: 7.001 }]
    expect(judged(md, clips)).toContainEqual({
      field: 'reference_videos',
      code: 'total_seconds_over',
      params: { model: md, found: 15.01, max: 15 },
      warns: false,
    })
  })

  it('names formats as people do', () => {
    const found = judged('seedance2.0-sp', [{ ...video, type: 'video/webm', codec: 'vp9' }])
    expect(found.map(({ code, params }) => [code, params.found, params.allowed])).toEqual([
      ['type_not_taken_in_doubt', 'WebM', 'MP4, MOV'],
      ['codec_not_taken_in_doubt', 'VP9', 'H.264, H.265'],
    ])
  })

  it('about too little waits until all is known', () => {
    const short = { ...video, duration: 2 }
    const factsOf: FactsOf = (name) => (name === named(0) ? short : undefined)
    const input = { model: md, prompt: 'x', reference_videos: [named(0), 'https://a.example/b'] }
    const codes = judge(input, defaultSettings, factsOf).map(({ code }) => code)
    expect(codes).not.toContain('total_seconds_under_in_doubt')
  })

  it.each([
    ['a song among images', 'images', audio, 'audio', 'image'],
    ['a picture among clips', 'reference_videos', image, 'image', 'video'],
    ['a clip as a frame', 'first_image', video, 'video', 'image'],
  ] as const)('refuses %s', (_, field, item, found, allowed) => {
    const value = field === 'first_image' ? named(0) : [named(0)]
    const issues = judge(
      { model: 'seedance2.0-sp', prompt: 'x', [field]: value },
      defaultSettings,
      () => item,
    )
    expect(issues).toContainEqual({
      field: field === 'first_image' ? field : `${field}.0`,
      code: 'wrong_kind',
      params: { model: 'seedance2.0-sp', found, allowed },
      warns: false,
    })
  })

  it('doubts a GIF on MD by its bytes', () => {
    const codes = judged(md, [{ ...image, type: 'image/gif' }]).map(({ code }) => code)
    expect(codes).toContain('gif_in_doubt')
  })
})

it('stated are exactly the rules of MD and of the upload', () => {
  const stated = models.flatMap(({ id, limits }) =>
    Object.values(limits)
      .flat()
      .flatMap(({ rule, by }) => (/[SP]/.test(by) ? [`${id} ${rule}`] : [])),
  )
  expect(stated).toEqual(
    ['seedance2.0-md', 'seedance2.0-fast-md'].flatMap((id) =>
      ['side_out_of_range', 'total_seconds_over', 'total_bytes_over'].map(
        (rule) => `${id} ${rule}`,
      ),
    ),
  )
})

it.each([
  [undefined, undefined],
  [['https://a.example/b.mp4'], undefined],
  [[named(0), named(1)], 4.6],
])('the first of the clips %j lasts %j s', (reference_videos, seconds) => {
  const factsOf: FactsOf = (name) =>
    name.startsWith('media') ? { ...video, duration: name === named(0) ? 4.6 : 9 } : undefined
  expect(getModel('seedance2.0-mini-video')?.billing.first_clip).toBe(true)
  expect(firstClipSeconds({ reference_videos }, factsOf)).toBe(seconds)
})
