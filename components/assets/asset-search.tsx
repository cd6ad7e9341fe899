import { useEffect, useRef, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { Kbd } from '@/components/ui/kbd'
import { useI18n } from '@/lib/client/i18n'

type AssetSearchProps = { q: string; onSearch: (q: string) => void }

const typingPauseMs = 250

/** Finds by name or asset id; `/` goes there. */
export function AssetSearch({ q, onSearch }: AssetSearchProps) {
  const { t } = useI18n()
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(q)
  const [asked, setAsked] = useState(q)
  const [known, setKnown] = useState(q)
  const typed = text.trim()

  // An answer to what was asked here comes late and changes nothing; another's word is taken over.
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
      className="relative flex min-w-0 items-center max-sm:flex-1 sm:w-55 desk:w-65"
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
        onKeyDown={(event) => {
          if (event.key === 'Escape' && text !== '') {
            // The page's own Escape is for the selection.
            event.preventDefault()
            clear()
          }
        }}
        aria-label={t('assets.search')}
        aria-keyshortcuts="/"
        placeholder={t('assets.searchHint')}
        maxLength={200}
        className="h-8 w-full min-w-0 rounded-md border bg-sunken ps-8.5 pe-8.5 pointer-coarse:h-11"
      />
      {text === '' ? (
        <Kbd className="pointer-events-none absolute right-2 pointer-coarse:hidden">/</Kbd>
      ) : (
        <span className="absolute right-0">
          <IconButton
            icon="x"
            label={t('assets.clearSearch')}
            tip="none"
            onClick={clear}
            className="hover:bg-transparent pointer-coarse:size-11"
          />
        </span>
      )}
    </div>
  )
}
