import { describe, expect, it } from 'vitest'
import { messagesFor, type MessageTree } from './messages'
import { splitTemplate } from './translate'

const pluralForms = new Set(['zero', 'one', 'two', 'few', 'many', 'other'])

const isPlural = (tree: MessageTree) =>
  Object.keys(tree).length > 0 && Object.keys(tree).every((key) => pluralForms.has(key))

type Text = { key: string; forms: string[] }

function textsOf(tree: MessageTree, path = ''): Text[] {
  return Object.entries(tree).flatMap(([name, node]): Text[] => {
    const key = path ? `${path}.${name}` : name
    if (typeof node === 'string') return [{ key, forms: [node] }]
    if (isPlural(node)) return [{ key, forms: Object.values(node).map(String) }]
    return textsOf(node, key)
  })
}

const en = textsOf(messagesFor('en'))
const zh = new Map(textsOf(messagesFor('zh')).map(({ key, forms }) => [key, forms]))

const placeholders = (forms: readonly string[]) => [
  ...new Set(forms.flatMap((form) => splitTemplate(form).filter((_, at) => at % 2 === 1))),
]

describe('the two languages', () => {
  it('have the same keys', () => {
    expect([...zh.keys()].sort()).toEqual(en.map(({ key }) => key).sort())
  })

  it.each(en.map(({ key, forms }) => [key, forms] as const))(
    '%s has the same placeholders in both',
    (key, forms) => {
      expect(placeholders(zh.get(key) ?? []).sort()).toEqual(placeholders(forms).sort())
    },
  )

  it('leave no text empty, and never shout or plead', () => {
    const texts = [...en.flatMap(({ forms }) => forms), ...[...zh.values()].flat()]
    expect(texts.filter((text) => text.trim() === '')).toEqual([])
    expect(texts.filter((text) => /[!！]|\bplease\b/i.test(text))).toEqual([])
  })
})
