import * as z from 'zod/mini'
import { taskInputShape } from './task-input'
import { taskIdsSchema } from './task-query'

/** Query string of `GET /api/tasks/zip`: at most 200 ids, separated by commas. */
export const zipQuerySchema = taskIdsSchema

/**
 * Why a clip of the manifest is not in the archive, or not all of it: we have not saved it, its file could
 * not be opened, or reading it broke off.
 */
export const zipProblems = ['not_saved', 'unreadable', 'incomplete'] as const
export type ZipProblem = (typeof zipProblems)[number]

/** One clip as manifest.json tells of it. */
export const zipEntrySchema = z.object({
  id: z.string(),
  title: z.nullable(z.string()),
  prompt: z.string(),
  model: z.string(),
  /** The rest of its input. */
  settings: z.omit(taskInputShape, { prompt: true, model: true }),
  author: z.object({ id: z.string(), name: z.string() }),
  created_at: z.iso.datetime(),
  /** Its name in the archive; null where it is not there. */
  file: z.nullable(z.string()),
  bytes: z.nullable(z.number()),
  /** Of the whole clip as it was saved. */
  sha256: z.nullable(z.string()),
  problem: z.nullable(z.enum(zipProblems)),
})
export type ZipEntry = z.infer<typeof zipEntrySchema>

export const zipManifestSchema = z.object({
  made_at: z.iso.datetime(),
  clips: z.array(zipEntrySchema),
})
export type ZipManifest = z.infer<typeof zipManifestSchema>
