'use client'

import { timecode } from '@/components/player/timecode'
import { cx } from '@/components/ui/cx'
import { initialsOf } from '@/components/ui/face'
import { useI18n } from '@/lib/client/i18n'
import type { Note } from '@/lib/schemas/note'

type NotePinsProps = {
  notes: readonly Note[]
  /** Seconds. */
  duration: number
  /** Id of the note that the clip is passing. */
  lit: string | null
  onPick: (note: Note) => void
}

/** The notes over the timeline, each where it speaks of. */
export function NotePins({ notes, duration, lit, onPick }: NotePinsProps) {
  const { t } = useI18n()
  const percent = (seconds: number) => `${Math.min(100, (seconds / (duration || 1)) * 100)}%`
  return (
    <div role="group" aria-label={t('notes.pins')} className="absolute inset-x-0 top-0 z-1 h-0">
      {notes.map((note) => {
        const { id, author, start, end, done_at: done } = note
        const name = `${author.name}, ${timecode(start)}${done ? `, ${t('notes.done')}` : ''}`
        return (
          <span key={id}>
            {end !== null && (
              <span
                style={{ left: percent(start), width: `calc(${percent(end)} - ${percent(start)})` }}
                className="absolute top-6.75 h-0.5 rounded-full bg-line-strong"
              />
            )}
            <button
              type="button"
              onClick={() => onPick(note)}
              aria-label={name}
              title={note.text}
              aria-current={id === lit ? 'true' : undefined}
              style={{ left: percent(start) }}
              className={cx(
                'absolute top-0 grid size-6 -translate-x-1/2 place-items-center rounded-full text-[10px] leading-none font-semibold',
                'after:absolute after:top-6 after:left-1/2 after:h-2 after:w-px after:bg-line-strong',
                id === lit
                  ? 'z-2 bg-ink text-bg after:bg-ink'
                  : 'bg-raised shadow-[inset_0_0_0_1px_var(--color-line-strong)] hover:z-1 hover:bg-hover focus-visible:z-1',
                id !== lit && (done ? 'text-ink-faint' : 'text-ink-soft'),
              )}
            >
              {initialsOf(author.name)}
            </button>
          </span>
        )
      })}
    </div>
  )
}
