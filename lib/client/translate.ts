import type { Locale } from './locale'
import type { MessageTree } from './messages'
import { perLocale } from './per-locale'

const pluralRules = perLocale((tag) => new Intl.PluralRules(tag))
const plainNumbers = perLocale((tag) => new Intl.NumberFormat(tag))

export type Params = Record<string, string | number>

/** Words that somebody stored may turn themselves round, but not the sentence they stand in. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g

/** The text or the set of plural forms at a dotted path. */
export function lookUp(messages: MessageTree, key: string): string | MessageTree | undefined {
  let node: string | MessageTree | undefined = messages
  for (const part of key.split('.')) {
    if (typeof node !== 'object') return undefined
    node = Object.hasOwn(node, part) ? node[part] : undefined
  }
  return node
}

/** The raw text for `key`, with `{placeholders}` still in it; the plural form follows `params.count`. */
export function template(
  messages: MessageTree,
  locale: Locale,
  key: string,
  params: Params | undefined,
): string | undefined {
  const node = lookUp(messages, key)
  if (typeof node !== 'object') return node
  const form = pluralRules(locale).select(Number(params?.count ?? 0))
  const text = node[form] ?? node.other
  return typeof text === 'string' ? text : undefined
}

/** Cuts a text at its placeholders: even places are words, odd ones placeholder names. */
export function splitTemplate(text: string): string[] {
  return text.split(/\{(\w+)\}/)
}

/** Numbers among the params are written the locale's way; an unknown placeholder stays visible. */
export function translate(
  messages: MessageTree,
  locale: Locale,
  key: string,
  params?: Params,
): string {
  const text = template(messages, locale, key, params)
  if (text === undefined) return key
  return splitTemplate(text)
    .map((part, at) => {
      if (at % 2 === 0) return part
      const value = params?.[part]
      if (value === undefined) return `{${part}}`
      return typeof value === 'number'
        ? plainNumbers(locale).format(value)
        : value.replace(turning, '')
    })
    .join('')
}
