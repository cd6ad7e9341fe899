import 'server-only'
import * as z from 'zod/mini'
import {
  zipManifestSchema,
  type ZipEntry,
  type ZipManifest,
  type ZipProblem,
} from '@/lib/schemas/zip'
import { readInput } from '@/lib/server/tasks/dto'
import type { TaskView } from '@/lib/server/tasks/store'
import { toCsv } from './csv'

/** What the manifest says of a clip. `file` is its name in the archive. */
export function toEntry(row: TaskView, file: string | null, problem: ZipProblem | null): ZipEntry {
  const { prompt, model, ...settings } = readInput(row)
  return {
    id: row.id,
    title: row.title,
    prompt,
    model,
    settings,
    author: row.author,
    created_at: row.createdAt.toISOString(),
    file,
    bytes: row.bytes === null ? null : Number(row.bytes),
    sha256: row.sha256,
    problem,
  }
}

export function manifestJson(manifest: ZipManifest): string {
  return `${JSON.stringify(z.parse(zipManifestSchema, manifest), null, 2)}\n`
}

const columns = [
  'file',
  'title',
  'prompt',
  'model',
  'seconds',
  'resolution',
  'ratio',
  'author',
  'created_at',
  'bytes',
  'sha256',
  'problem',
  'id',
]

/** The same for spreadsheets. */
export function manifestCsv({ clips }: ZipManifest): string {
  const rows = clips.map(({ settings, author, ...clip }) => [
    clip.file,
    clip.title,
    clip.prompt,
    clip.model,
    settings.duration ?? null,
    settings.resolution ?? null,
    settings.ratio ?? settings.orientation ?? null,
    author.name,
    clip.created_at,
    clip.bytes,
    clip.sha256,
    clip.problem,
    clip.id,
  ])
  return toCsv([columns, ...rows])
}
