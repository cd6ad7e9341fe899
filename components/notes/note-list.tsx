'use client'

import { useEffect, useRef } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { useI18n } from '@/lib/client/i18n'
import type { Note } from '@/lib/schemas/note'
import type { Task } from '@/lib/schemas/task'
import { NoteRow } from './note-row'
import { notesOptions } from './note-queries'

type NoteListProps = { task: Task; lit: string | null; onPick: (note: Note) => void }

/** What the team noted, in the order of the clip; the note that the clip passes is brought into view. */
export function NoteList({ task, lit, onPick }: NoteListProps) {
  const { t } = useI18n()
  const { data: notes, isError, refetch } = useQuery(notesOptions(task.id))
  const box = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const row = lit && box.current?.querySelector(`[data-note="${CSS.escape(lit)}"]`)
    // Only the list itself is scrolled, never the page.
    if (row && box.current) bringIntoView(box.current, row)
  }, [lit])

  return (
    <div ref={box} className="min-h-0 flex-1 scroll-quiet px-1.5 py-1 desk:overflow-auto">
      <h2 className="sr-only">{t('notes.title')}</h2>
      {notes && notes.length > 0 && (
        <ol>
          {notes.map((note) => (
            <NoteRow
              key={note.id}
              taskId={task.id}
              note={note}
              lit={note.id === lit}
              onPick={onPick}
            />
          ))}
        </ol>
      )}
      {!notes && !isError && task.notes > 0 && <Skeleton rows={Math.min(task.notes, 3)} />}
      {!notes && isError && (
        <p className="flex flex-wrap items-center gap-2 px-2 py-1.5 text-ink-soft">
          {t('notes.notRead')}
          <Button size="sm" onClick={() => void refetch()}>
            {t('notes.again')}
          </Button>
        </p>
      )}
    </div>
  )
}

function bringIntoView(box: HTMLElement, row: Element): void {
  const [around, place] = [box.getBoundingClientRect(), row.getBoundingClientRect()]
  if (place.top < around.top) box.scrollTop -= around.top - place.top
  if (place.bottom > around.bottom) box.scrollTop += place.bottom - around.bottom
}

function Skeleton({ rows }: { rows: number }) {
  return (
    <div aria-hidden>
      {Array.from({ length: rows }, (_, at) => (
        <div key={at} className="flex items-center gap-2.5 px-2 py-1.5">
          <span className="h-3 w-14 rounded-sm bg-hover" />
          <span className="size-5 rounded-full bg-hover" />
          <span className="h-3 w-3/5 rounded-sm bg-hover" />
        </div>
      ))}
    </div>
  )
}
