import * as z from 'zod/mini'

const text = z.string().check(
  z.trim(),
  z.minLength(1),
  z.maxLength(2000),
  // PostgreSQL has no text with a NUL in it.
  z.refine((words) => !words.includes('\0')),
)
/** Seconds into the clip. */
const moment = z.number().check(z.gte(0), z.lte(3600))

/** What somebody said of a moment of a clip, or of a range of it. */
export const noteSchema = z.object({
  id: z.string(),
  author: z.object({ id: z.string(), name: z.string() }),
  text: z.string(),
  start: z.number(),
  /** null: it speaks of the one moment. */
  end: z.nullable(z.number()),
  created_at: z.iso.datetime(),
  done_at: z.nullable(z.iso.datetime()),
})
export type Note = z.infer<typeof noteSchema>

export const noteListSchema = z.object({ data: z.array(noteSchema) })
export type NoteList = z.infer<typeof noteListSchema>

export const newNoteSchema = z
  .strictObject({ text, start: moment, end: z.optional(z.nullable(moment)) })
  .check(
    z.refine(({ start, end }) => end === undefined || end === null || end > start, {
      path: ['end'],
      error: 'A range ends after it starts.',
    }),
  )
export type NewNote = z.infer<typeof newNoteSchema>

/** Its words are its author's to change; `done` is anybody's who makes clips. */
export const notePatchSchema = z.strictObject({
  text: z.optional(text),
  done: z.optional(z.boolean()),
})
export type NotePatch = z.infer<typeof notePatchSchema>
