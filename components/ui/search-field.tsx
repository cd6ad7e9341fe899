'use client'

import { useEffect, useRef, useState } from 'react'
import { cx } from './cx'
import { Icon } from './icon'
import { IconButton } from './icon-button'
import { Kbd } from './kbd'

type SearchFieldProps = {
  q: string
  onSearch: (q: string) => void
  label: string
  hint: string
  clearLabel: string
  /** The page's own search: `/` goes there. */
  isMain?: boolean
  autoFocus?: boolean
  /** Instead of staying empty and focused. */
  onClear?: () => void
  onLeave?: () => void
  /** Width and ground. */
  className: string
}

const typingPauseMs = 250

/** Asks when typing pauses. Escape empties it, and leaves it when it is empty. */
export function SearchField(props: SearchFieldProps) {
  const { q, onSearch, label, hint, clearLabel, isMain, autoFocus, onClear, onLeave } = props
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(q)
  const [asked, setAsked] = useState(q)
  const [known, setKnown] = useState(q)
  const typed = text.trim()

  // What was asked here comes back later and changes nothing; another's word is taken over.
  if (q !== known) {
    setKnown(q)
    if (q !== asked) {
      setAsked(q)
      setText(q)
    }
  }

  useEffect(() => {
    if (typed === asked) return
    const timer = setTimeout(() => {
      setAsked(typed)
      onSearch(typed)
    }, typingPauseMs)
    return () => clearTimeout(timer)
  }, [typed, asked, onSearch])

  const clear = () => {
    setText('')
    setAsked('')
    onSearch('')
    if (onClear) onClear()
    else field.current?.focus()
  }
  return (
    <div
      role="search"
      className={cx('relative flex min-w-0 items-center rounded-md', props.className)}
    >
      <Icon name="search" className="pointer-events-none absolute left-2.5 text-ink-faint" />
      <input
        ref={field}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        data-search={isMain}
        autoFocus={autoFocus}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={onLeave}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          // The page's own Escape is for the selection.
          event.preventDefault()
          if (text === '' && !onClear) field.current?.blur()
          else clear()
        }}
        aria-label={label}
        aria-keyshortcuts={isMain ? '/' : undefined}
        placeholder={hint}
        maxLength={200}
        className="h-8 w-full min-w-0 rounded-md border bg-inherit px-8.5 text-ellipsis pointer-coarse:h-11"
      />
      {isMain && text === '' ? (
        <Kbd className="pointer-events-none absolute right-2 pointer-coarse:hidden">/</Kbd>
      ) : (
        <span className="absolute right-0">
          <IconButton
            icon="x"
            label={clearLabel}
            tip="none"
            onMouseDown={(event) => event.preventDefault()}
            onClick={clear}
            className="hover:bg-transparent pointer-coarse:size-11"
          />
        </span>
      )}
    </div>
  )
}
