import { useEffect, useRef, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { Kbd } from '@/components/ui/kbd'
import { useI18n } from '@/lib/client/i18n'

type GallerySearchProps = { q: string; onSearch: (q: string) => void; onLeave: () => void }

const typingPauseMs = 220

/** Finds by words of prompt and title, by a task's id, by a name; `/` goes there. */
export function GallerySearch({ q, onSearch, onLeave }: GallerySearchProps) {
  const { t } = useI18n()
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
    field.current?.focus()
  }
  return (
    <div
      role="search"
      className="relative flex w-80 min-w-0 items-center max-desk:w-55 max-sm:w-full"
    >
      <Icon name="search" className="pointer-events-none absolute left-2.5 text-ink-faint" />
      <input
        ref={field}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        data-search
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={onLeave}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          // The page's own Escape is for the selection.
          event.preventDefault()
          if (text === '') field.current?.blur()
          else clear()
        }}
        aria-label={t('gallery.search')}
        aria-keyshortcuts="/"
        placeholder={t('gallery.searchHint')}
        maxLength={200}
        className="h-8 w-full min-w-0 rounded-md border bg-sunken ps-8.5 pe-8.5 text-ellipsis pointer-coarse:h-11"
      />
      {text === '' ? (
        <Kbd className="pointer-events-none absolute right-2 pointer-coarse:hidden">/</Kbd>
      ) : (
        <span className="absolute right-0">
          <IconButton
            icon="x"
            label={t('gallery.clearSearch')}
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
