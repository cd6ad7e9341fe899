'use client'

import { useId, useState, type KeyboardEvent, type Ref } from 'react'
import { isRange } from '@/components/player/loop-range'
import type { Player, PlayerState } from '@/components/player/player'
import { stepTime } from '@/components/player/timecode'
import { Timecode } from '@/components/player/timecode-display'
import { useCurrentTime } from '@/components/player/use-current-time'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { useI18n } from '@/lib/client/i18n'
import { useAddNote } from './note-queries'

const longest = 2000

type NoteFormProps = {
  taskId: string
  player: Player
  state: PlayerState
  /** Seconds. */
  duration: number
  field: Ref<HTMLTextAreaElement>
}

/** Says something of the frame on screen, or of the loop range when one is set. Enter posts it. */
export function NoteForm({ taskId, player, state, duration, field }: NoteFormProps) {
  const { t } = useI18n()
  const id = useId()
  const [text, setText] = useState('')
  const now = useCurrentTime(player)
  const add = useAddNote(taskId)
  const range = isRange(state.range) ? state.range : null
  const start = range ? (range.from ?? 0) : stepTime(now, 0, duration)
  const end = range ? (range.to ?? duration) : null

  const post = () => {
    const words = text.trim()
    if (words === '' || add.isPending) return
    add.mutate(
      { text: words, start, end: end !== null && end > start ? end : null },
      { onSuccess: () => setText('') },
    )
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape') event.currentTarget.blur()
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    post()
  }

  return (
    <form
      className="shrink-0 px-3.5 pt-2 pb-3"
      onSubmit={(event) => {
        event.preventDefault()
        post()
      }}
    >
      {add.isError && (
        <p id={`${id}error`} role="alert" className="pb-1.5 text-xs text-bad">
          {t('notes.notPosted')}
        </p>
      )}
      <div className="flex items-end gap-2 rounded-md bg-sunken ps-2.5 pe-1 shadow-[inset_0_0_0_1px_var(--color-line)] focus-within:outline-2 focus-within:outline-ring">
        <span className="shrink-0 py-2 font-mono text-xs leading-5 tracking-[-0.02em] text-ink-soft pointer-coarse:py-4">
          <Timecode seconds={start} />
          {end !== null && (
            <>
              {'–'}
              <Timecode seconds={end} />
            </>
          )}
        </span>
        <textarea
          ref={field}
          rows={1}
          maxLength={longest}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onFocus={player.pause}
          onKeyDown={onKeyDown}
          placeholder={t(range ? 'notes.placeholderRange' : 'notes.placeholder')}
          aria-label={t('notes.note')}
          aria-invalid={add.isError}
          aria-describedby={add.isError ? `${id}error` : undefined}
          className="field-sizing-content max-h-28 min-h-9 min-w-0 flex-1 resize-none bg-transparent py-2 leading-5 outline-none placeholder:text-ink-faint pointer-coarse:py-4"
        />
        {text === '' && <Kbd className="mb-2.25 max-desk:hidden">N</Kbd>}
        <Button
          kind="quiet"
          size="sm"
          type="submit"
          disabled={add.isPending}
          className="my-1 pointer-coarse:h-11"
        >
          {t('notes.post')}
        </Button>
      </div>
    </form>
  )
}
