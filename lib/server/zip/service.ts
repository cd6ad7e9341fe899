import 'server-only'
import { AppError } from '@/lib/errors'
import type { Member } from '@/lib/models/member'
import type { ZipEntry } from '@/lib/schemas/zip'
import type { Context } from '@/lib/server/context'
import { contentDisposition } from '@/lib/server/media/disposition'
import { mediaKey } from '@/lib/server/media/storage'
import { findTaskViews, type TaskView } from '@/lib/server/tasks/store'
import { fileNames } from './file-names'
import { manifestCsv, manifestJson, toEntry } from './manifest'
import { zipStream, type ZipFile } from './zip-stream'

/**
 * The saved ones of these clips as a ZIP, in the order given, with a manifest as JSON and as CSV. What the
 * member may not see is not mentioned. It is made while it is sent, so it has no length and takes no ranges.
 * Throws `not_found` when nothing would be in it.
 */
export async function zipTasks(context: Context, member: Member, ids: string[]): Promise<Response> {
  const order = new Map([...new Set(ids)].map((id, at) => [id.toLowerCase(), at]))
  const place = ({ id }: TaskView) => order.get(id) ?? 0
  const rows = (await findTaskViews(context.db, member, [...order.keys()])).sort(
    (a, b) => place(a) - place(b),
  )
  const saved = rows.filter(isSaved)
  if (saved.length === 0) throw new AppError('not_found', 'None of these clips is saved here.')
  const day = context.clock.now().toISOString().slice(0, 10)
  return new Response(zipStream(filesOf(context, rows)), {
    headers: {
      'Accept-Ranges': 'none',
      'Cache-Control': 'private, no-store',
      'Content-Disposition': contentDisposition('attachment', `Dailies ${day}.zip`),
      'Content-Type': 'application/zip',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

type SavedTask = TaskView & { videoKey: string }

function isSaved(row: TaskView): row is SavedTask {
  return row.archive === 'saved' && row.videoKey !== null
}

/** The clips one after the other, and then what became of them. */
async function* filesOf(context: Context, rows: TaskView[]): AsyncGenerator<ZipFile> {
  const names = fileNames(rows)
  const clips: ZipEntry[] = []
  for (const [at, row] of rows.entries()) {
    const name = names[at] ?? row.id
    const body = isSaved(row) ? await openVideo(context, row) : null
    const entry = toEntry(
      row,
      body && name,
      body ? null : isSaved(row) ? 'unreadable' : 'not_saved',
    )
    clips.push(entry)
    if (!body) continue
    const broken = () => (entry.problem = 'incomplete')
    yield { name, date: row.createdAt, body, bytes: Number(row.bytes), broken }
  }
  const date = context.clock.now()
  const manifest = { made_at: date.toISOString(), clips }
  yield { name: 'manifest.json', date, text: manifestJson(manifest) }
  yield { name: 'manifest.csv', date, text: manifestCsv(manifest) }
}

/** null when the file is gone, or storage does not answer. */
async function openVideo({ storage, log }: Context, { id, videoKey }: SavedTask) {
  try {
    return await storage.read(mediaKey(videoKey))
  } catch (error) {
    log.warn({ id, error }, 'a clip could not be read for an archive')
    return null
  }
}
