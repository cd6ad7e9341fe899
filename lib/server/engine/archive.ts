import 'server-only'
import type { Context } from '@/lib/server/context'
import { archiveVideo, type ArchiveOutcome } from '@/lib/server/media/archive'
import { makePoster } from '@/lib/server/media/poster'
import { probeVideo } from '@/lib/server/media/probe'
import { mediaKey, type MediaKey } from '@/lib/server/media/storage'
import { makeThumbnail } from '@/lib/server/media/thumbnail'
import type { TaskChange, TaskRow } from '@/lib/server/tasks/store'
import { LeaseLost, writeTask } from './store'
import type { Hold } from './hold'
import { after, backOff } from './schedule'

/** Far above any clip (4k, 15 s); a link that streams for ever must end. */
const maxBytes = 4 * 1024 ** 3

/** Past the end of its link, a clip whose gateway gives no other link this many times is lost. */
const mostTries = 5

/**
 * Copies a completed task's video into our storage before the gateway's link dies. A transfer that
 * breaks goes on where it stopped; a dead link is asked for anew first.
 */
export async function archive(context: Context, row: TaskRow, hold: Hold): Promise<void> {
  if (row.archive !== 'pending') return writeTask(context.db, row, { dueAt: null })
  const key = mediaKey(`${row.id}.mp4`)
  const outcome = await download(context, row, key, hold)
  if (hold.signal.aborted) throw new LeaseLost(row.id)
  await writeTask(context.db, row, await next(context, row, key, outcome, hold))
}

async function download(
  context: Context,
  row: TaskRow,
  key: MediaKey,
  hold: Hold,
): Promise<ArchiveOutcome> {
  if (!row.linkUrl) return { kind: 'expired', status: 410 }
  return archiveVideo({
    storage: context.storage,
    key,
    url: row.linkUrl,
    fetch: (url, init) => context.egress.request(url, init),
    signal: hold.signal,
    maxBytes,
  })
}

async function next(
  context: Context,
  row: TaskRow,
  key: MediaKey,
  outcome: ArchiveOutcome,
  hold: Hold,
): Promise<TaskChange> {
  if (outcome.kind === 'saved') return saved(context, row, key, outcome, hold)
  const attempts = row.attempts + 1
  const change: TaskChange = { attempts, dueAt: after(context, backOff(attempts, 2, 600)) }
  context.log.warn({ task: row.id, outcome, attempts }, 'a clip is not saved yet')
  if (outcome.kind === 'expired') return { ...change, ...(await freshLink(context, row)) }
  return isOver(context, row) ? { archive: 'lost', dueAt: null } : change
}

async function saved(
  context: Context,
  row: TaskRow,
  key: MediaKey,
  outcome: Extract<ArchiveOutcome, { kind: 'saved' }>,
  hold: Hold,
): Promise<TaskChange> {
  const facts = await probeVideo(context.storage, key)
  const poster = await context.storage.withFile(key, (input) =>
    makePoster({
      ffmpeg: context.ffmpeg,
      input,
      duration: facts?.duration ?? 0,
      signal: hold.signal,
    }),
  )
  const posterKey = mediaKey(`${row.id}-poster.jpg`)
  if (poster) await context.storage.write(posterKey, [poster])
  return {
    archive: 'saved',
    savedAt: context.clock.now(),
    videoKey: key,
    posterKey: poster ? posterKey : undefined,
    thumbhash: poster ? (await makeThumbnail(poster)).thumbhash : undefined,
    width: facts?.width,
    height: facts?.height,
    duration: facts?.duration,
    sound: facts?.hasAudio,
    bytes: outcome.bytes,
    sha256: outcome.sha256,
    linkUrl: null,
    attempts: 0,
    dueAt: null,
  }
}

/** Asks the gateway for a link that works (protocol §4.2); lost only when there is none and time is up. */
async function freshLink(context: Context, row: TaskRow): Promise<TaskChange> {
  const outcome = row.gatewayTaskId ? await context.gateway.query(row.gatewayTaskId) : null
  const link = outcome?.kind === 'observed' ? outcome.observation.link : null
  if (link && link !== row.linkUrl) return { linkUrl: link, dueAt: context.clock.now() }

  const answered = outcome?.kind === 'observed' || outcome?.kind === 'not_found'
  return answered && isOver(context, row) ? { archive: 'lost', dueAt: null } : {}
}

/** The link's life is over, and it was tried often enough. */
function isOver(context: Context, row: TaskRow): boolean {
  const timeIsUp = row.linkExpiresAt !== null && row.linkExpiresAt < context.clock.now()
  return timeIsUp && row.attempts >= mostTries
}
