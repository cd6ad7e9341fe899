import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { api } from '@/lib/client/api'
import { useI18n } from '@/lib/client/i18n'
import { notify } from '@/lib/client/notices'
import { cachedTask, storeTasks } from '@/lib/client/task-cache'
import type { NewNote, Note, NoteList, NotePatch } from '@/lib/schemas/note'

const notesPath = (taskId: string) => `/api/tasks/${encodeURIComponent(taskId)}/notes`
const notePath = (id: string) => `/api/notes/${encodeURIComponent(id)}`

/** Milliseconds after which the notes of others are looked for again. */
const lookAgain = 20_000

export function notesOptions(taskId: string) {
  return queryOptions({
    queryKey: ['notes', taskId],
    queryFn: async ({ signal }) => (await api<NoteList>(notesPath(taskId), { signal })).data,
    refetchInterval: lookAgain,
  })
}

const inOrder = (a: Note, b: Note) =>
  a.start - b.start || a.created_at.localeCompare(b.created_at) || a.id.localeCompare(b.id)

function edit(client: QueryClient, taskId: string, change: (notes: Note[]) => Note[]): void {
  const { queryKey } = notesOptions(taskId)
  const notes = client.setQueryData(queryKey, (known) => change(known ?? []).sort(inOrder))
  const task = cachedTask(client, taskId)
  if (task && notes) storeTasks(client, [{ ...task, notes: notes.length }])
}

/** Posts a note. Throws `ApiError`; the form says so and keeps the words. */
export function useAddNote(taskId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (note: NewNote) => api<Note>(notesPath(taskId), { method: 'POST', body: note }),
    onSuccess: (note) =>
      edit(client, taskId, (notes) => [...notes.filter(({ id }) => id !== note.id), note]),
  })
}

/** Changes words, ticks off: shown at once, taken back when the server does not take it. */
export function useChangeNote(taskId: string) {
  const client = useQueryClient()
  const undo = useUndo(taskId)
  return useMutation({
    mutationFn: ({ id, ...body }: { id: string } & NotePatch) =>
      api<Note>(notePath(id), { method: 'PATCH', body }),
    onMutate: ({ id, text, done }) => {
      const before = client.getQueryData(notesOptions(taskId).queryKey)
      edit(client, taskId, (notes) =>
        notes.map((note) => {
          if (note.id !== id) return note
          const doneAt = done === undefined ? note.done_at : done ? new Date().toISOString() : null
          return { ...note, text: text ?? note.text, done_at: doneAt }
        }),
      )
      return { before }
    },
    onSuccess: (changed) =>
      edit(client, taskId, (notes) =>
        notes.map((note) => (note.id === changed.id ? changed : note)),
      ),
    onError: undo,
  })
}

export function useRemoveNote(taskId: string) {
  const client = useQueryClient()
  const undo = useUndo(taskId)
  return useMutation({
    mutationFn: (id: string) => api<null>(notePath(id), { method: 'DELETE' }),
    onMutate: (gone) => {
      const before = client.getQueryData(notesOptions(taskId).queryKey)
      edit(client, taskId, (notes) => notes.filter(({ id }) => id !== gone))
      return { before }
    },
    onError: undo,
  })
}

function useUndo(taskId: string) {
  const client = useQueryClient()
  const { t } = useI18n()
  return (_error: unknown, _change: unknown, kept: { before: Note[] | undefined } | undefined) => {
    const before = kept?.before
    if (before) edit(client, taskId, () => [...before])
    notify({ text: t('feed.notSaved'), tone: 'bad' })
  }
}
