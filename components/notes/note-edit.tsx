'use client'

import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Button } from '@/components/ui/button'
import { useI18n } from '@/lib/client/i18n'

const longest = 2000

/** A note's words, being changed in their place. `onDone` gets null when they stay as they were. */
export function NoteEdit({
  text,
  onDone,
}: {
  text: string
  onDone: (words: string | null) => void
}) {
  const { t } = useI18n()
  const [words, setWords] = useState(text)
  const field = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    field.current?.focus()
    field.current?.setSelectionRange(text.length, text.length)
  }, [text])

  const save = () => onDone(words.trim() || null)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onDone(null)
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    save()
  }

  return (
    <div className="-my-1">
      <textarea
        ref={field}
        value={words}
        maxLength={longest}
        aria-label={t('notes.note')}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={onKeyDown}
        className="field-sizing-content max-h-40 w-full resize-none rounded-sm border bg-sunken px-2 py-1 leading-5"
      />
      <div className="flex gap-1.5 pt-1 pb-1.5">
        <Button size="sm" onClick={save}>
          {t('notes.save')}
        </Button>
        <Button size="sm" kind="ghost" onClick={() => onDone(null)}>
          {t('notes.cancel')}
        </Button>
      </div>
    </div>
  )
}
