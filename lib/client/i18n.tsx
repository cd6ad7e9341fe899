'use client'

import {
  createContext,
  Fragment,
  useCallback,
  useContext,
  useMemo,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import { createFormat, type Format } from './format'
import type { Locale } from './locale'
import type { MessageKey, MessageTree } from './messages'
import { lookUp, splitTemplate, template, translate, type Params } from './translate'

export type I18n = {
  locale: Locale
  /** The text for a key, its `{placeholders}` filled; plural forms follow `params.count`. */
  t: (key: MessageKey, params?: Params) => string
  /** The same with elements in the places of placeholders. */
  rich: (key: MessageKey, params: Record<string, ReactNode>) => ReactNode
  /** Whether there is a text for a key that was put together at run time (`failure.${code}.title`). */
  has: (key: string) => key is MessageKey
  format: Format
}

const I18nContext = createContext<I18n | null>(null)

const never = () => () => {}

type I18nProviderProps = {
  locale: Locale
  messages: MessageTree
  /** The server's zone: the first render uses it on both sides, then the reader's own takes over. */
  timeZone: string
  children: ReactNode
}

export function I18nProvider({ locale, messages, timeZone, children }: I18nProviderProps) {
  const zone = useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => timeZone,
  )
  const format = useMemo(() => createFormat(locale, zone), [locale, zone])
  const t = useCallback<I18n['t']>(
    (key, params) => translate(messages, locale, key, params),
    [messages, locale],
  )
  const rich = useCallback<I18n['rich']>(
    (key, params) =>
      splitTemplate(template(messages, locale, key, undefined) ?? key).map((part, at) => (
        <Fragment key={at}>{at % 2 === 0 ? part : params[part]}</Fragment>
      )),
    [messages, locale],
  )
  const has = useCallback(
    (key: string): key is MessageKey => lookUp(messages, key) !== undefined,
    [messages],
  )
  const value = useMemo(() => ({ locale, t, rich, has, format }), [locale, t, rich, has, format])
  return <I18nContext value={value}>{children}</I18nContext>
}

export function useI18n(): I18n {
  const i18n = useContext(I18nContext)
  if (!i18n) throw new Error('useI18n needs an I18nProvider above it')
  return i18n
}
