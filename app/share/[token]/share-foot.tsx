import { Fragment, type ReactNode } from 'react'
import { dayOf } from '@/components/share/day-of'
import { LocalDay } from '@/components/share/local-day'
import type { Locale } from '@/lib/client/locale'
import { messagesFor } from '@/lib/client/messages'
import { splitTemplate, template } from '@/lib/client/translate'
import type { ShareView } from '@/lib/server/shares/view'
import { words } from '../words'

type ShareFootProps = {
  view: ShareView
  locale: Locale
  /** The language, for `Intl`. */
  tag: string
  /** There is no APP_URL: nobody else reaches this page. */
  local: boolean
}

export function ShareFoot({ view: { sharedAt, endsAt }, locale, tag, local }: ShareFootProps) {
  return (
    <footer className="flex flex-col justify-between gap-x-6 gap-y-0.5 px-4 pt-4 pb-5 text-xs text-ink-faint sm:flex-row sm:px-5">
      <p>{dated('share.made', sharedAt, locale, tag)}</p>
      {local && <p>{words(locale)('share.localOnly')}</p>}
      {endsAt && <p>{dated('share.until', endsAt, locale, tag)}</p>}
    </footer>
  )
}

/** A sentence with a day in it. */
function dated(
  key: 'share.made' | 'share.until',
  date: Date,
  locale: Locale,
  tag: string,
): ReactNode {
  const text = template(messagesFor(locale), locale, key, undefined) ?? ''
  const iso = date.toISOString()
  return splitTemplate(text).map((part, at) => (
    <Fragment key={at}>
      {at % 2 === 0 ? (
        part
      ) : (
        <LocalDay iso={iso} tag={tag}>
          {dayOf(iso, tag)}
        </LocalDay>
      )}
    </Fragment>
  ))
}
