import 'server-only'
import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fixKinds, type Fix } from '@/lib/models/fix'
import type { Member } from '@/lib/models/member'
import type { Context } from '@/lib/server/context'
import { ingest, type Ingested } from '@/lib/server/media-items/ingest'
import { mediaById } from '@/lib/server/media-items/service'
import type { MediaRow } from '@/lib/server/media-items/store'
import { mediaKey } from '@/lib/server/media/storage'
import { createQueue } from '@/lib/server/queue'
import { makeClip, makeStretch, takeFrame, type ClipFacts } from './clip'
import { fixRefusal } from './fix-refusal'
import { makePicture } from './picture'
import type { Workbench } from './workbench'
import { makeSound } from './sound'

/** Shorter than this nothing can be seen or heard. */
const leastSeconds = 0.1

/** Each keeps a processor busy. */
const queue = createQueue(2)

/** A container's seconds and ours may differ by so much. */
const slack = 0.5

/**
 * Makes a new item of an item, which stays as it is. `created` is false when there was one with
 * the very bytes. Throws `not_found`, and the refusals of lib/models/fix-issue.ts.
 */
export async function makeFix(
  context: Context,
  member: Member,
  id: string,
  fix: Fix,
  signal: AbortSignal,
): Promise<Ingested> {
  const row = await mediaById(context, id)
  assertPossible(row, fix)
  let made: Ingested | null = null
  await queue.run(randomUUID(), async () => {
    made = await withFolder((folder) =>
      context.storage.withFile(mediaKey(row.key), async (input) => {
        const file = await make({ input, folder, ffmpeg: context.ffmpeg, signal }, row, fix)
        return ingest(context, {
          bytes: createReadStream(file),
          name: row.name,
          origin: fix.fix === 'frame' ? 'frame' : 'fix',
          author: member,
          sourceId: row.id,
        })
      }),
    )
  })
  if (!made) throw fixRefusal('fix_failed')
  return made
}

function assertPossible(row: MediaRow, fix: Fix): void {
  const kinds: readonly string[] = fixKinds[fix.fix]
  if (!kinds.includes(row.kind)) throw fixRefusal('fix_not_for_kind')
  if (fix.fix === 'sound' && !row.sound) throw fixRefusal('fix_without_sound')
  const duration = row.duration ?? 0
  const outside =
    ('at' in fix && fix.at > duration + slack) ||
    ('end' in fix && (fix.end - fix.start < leastSeconds || fix.end > duration + slack))
  if (outside) throw fixRefusal('fix_outside', { params: { duration } })
}

function make(bench: Workbench, row: MediaRow, fix: Fix): Promise<string> {
  const facts = factsOf(row)
  const whole = { start: 0, end: facts.duration }
  switch (fix.fix) {
    case 'resize':
    case 'pad':
      return makePicture(bench, row.type, fix)
    case 'convert':
      return row.kind === 'image' ? makePicture(bench, row.type, fix) : makeSound(bench, whole)
    case 'trim':
      return makeStretch(bench, fix, facts)
    case 'cut':
      return makeSound(bench, fix)
    case 'reencode':
      return makeClip(bench, facts, fix)
    case 'sound':
      return makeSound(bench, whole)
    case 'frame':
      return takeFrame(bench, fix.at, facts)
  }
}

function factsOf({ duration, fps, width, height }: MediaRow): ClipFacts {
  return { duration: duration ?? 0, fps: fps ?? 24, width: width ?? 1, height: height ?? 1 }
}

async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dailies-fix-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
