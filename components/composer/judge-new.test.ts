import { expect, it } from 'vitest'
import { getModel, type Model, type ModelId } from '@/lib/models/capabilities'
import { settleDraft } from '@/lib/models/settle-draft'
import { judgeNew } from './judge-new'
import type { ReferenceKind } from './reference-kinds'

function modelOf(id: ModelId): Model {
  const model = getModel(id)
  if (model === undefined) throw new Error(`no ${id}`)
  return model
}

const link = (n: number) => `https://a.example/${n}.jpg`

it.each<[string, ModelId, ReferenceKind, string, string | null]>([
  ['a link', 'seedance2.0-md', 'image', link(1), null],
  ['an asset on a model of links', 'seedance2.0-md', 'image', 'asset://a', 'asset_not_taken'],
  ['a link on a model of assets', 'sd2_mx_720p', 'image', link(1), 'link_not_taken'],
  ['an asset on a model of both', 'seedance2.0-sp', 'audio', 'asset://a', null],
  ['http', 'seedance2.0-sp', 'image', 'http://a.example/1.jpg', 'link_not_secure'],
  ['no link at all', 'seedance2.0-sp', 'image', 'ridge', 'reference_unreadable'],
  ['a sound where there is none', 'seedance2.0-md', 'audio', link(1), 'sounds_not_taken'],
  ['a clip where there is none', 'seedance2.0-mini', 'video', link(1), 'clips_not_taken'],
])('%s', (_, id, kind, reference, code) => {
  const { input } = settleDraft({ input: { model: id } })
  const [judged] = judgeNew([{ kind, reference }], input, modelOf(id))
  expect(judged?.complaint?.code ?? null).toBe(code)
})

it('offers room up to the limit, what is attached already included', () => {
  const { input } = settleDraft({
    mode: 'references',
    input: { model: 'seedance2.0-md', images: [link(1), link(2), link(3)] },
  })
  const found = [4, 5].map((n) => ({ kind: 'image' as const, reference: link(n) }))
  const judged = judgeNew(found, input, modelOf('seedance2.0-md'))
  expect(judged.map(({ complaint }) => complaint?.code ?? null)).toEqual([null, 'too_many_images'])
})

it('what cannot be attached takes no room', () => {
  const { input } = settleDraft({
    mode: 'references',
    input: { model: 'seedance2.0-md', images: [link(1), link(2), link(3)] },
  })
  const found = ['asset://a', link(4)].map((reference) => ({ kind: 'image' as const, reference }))
  const judged = judgeNew(found, input, modelOf('seedance2.0-md'))
  expect(judged.map(({ complaint }) => complaint?.code ?? null)).toEqual(['asset_not_taken', null])
})

it('takes a link that is brought in where only assets go', () => {
  const { input } = settleDraft({ input: { model: 'sd2_mx_720p' } })
  const found = [{ kind: 'image' as const, reference: link(1) }]
  const [judged] = judgeNew(found, input, modelOf('sd2_mx_720p'), { keep: true })
  expect(judged?.complaint).toBeNull()
})
