import 'server-only'
import type { Note } from '@/lib/schemas/note'
import type { NoteRow } from './store'

/** A row as the API shows it. */
export function toNote({ id, author, text, start, end, createdAt, doneAt }: NoteRow): Note {
  return {
    id,
    author,
    text,
    start,
    end,
    created_at: createdAt.toISOString(),
    done_at: doneAt?.toISOString() ?? null,
  }
}
