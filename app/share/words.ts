import type { Locale } from '@/lib/client/locale'
import { messagesFor, type MessageKey } from '@/lib/client/messages'
import { translate, type Params } from '@/lib/client/translate'

/** The texts of a page that the server writes alone. */
export function words(locale: Locale): (key: MessageKey, params?: Params) => string {
  return (key, params) => translate(messagesFor(locale), locale, key, params)
}
