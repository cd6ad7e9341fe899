'use client'

import { useSyncExternalStore } from 'react'
import { dayOf } from './day-of'

type LocalDayProps = {
  iso: string
  /** The language, for `Intl`. */
  tag: string
  /** The day as the server writes it, until the reader's own zone is known. */
  children: string
}

const never = () => () => {}

/** A day as it is where the reader is. */
export function LocalDay({ iso, tag, children }: LocalDayProps) {
  const day = useSyncExternalStore(
    never,
    () => dayOf(iso, tag),
    () => children,
  )
  return <time dateTime={iso}>{day}</time>
}
