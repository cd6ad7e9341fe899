import { createHash } from 'node:crypto'
import type { Member } from '@/lib/models/member'
import { mediaKey } from '@/lib/server/media/storage'
import { shareToken } from '@/lib/server/shares/token'
import { png } from './media-api'
import { clip } from './media-files'
import type { TeamApp } from './members'

/** Makes things straight in the database and storage, each with its author. */
export type Things = ReturnType<typeof createThings>

type Kind = { visibility?: 'team' | 'private'; unconfirmed?: boolean }

export function createThings({ context }: TeamApp) {
  const { db, storage } = context
  let seed = 0

  /** A finished clip with a poster, or a task in doubt. */
  async function task({ id: authorId }: Member, kind: Kind = {}): Promise<string> {
    const { visibility = 'team', unconfirmed = false } = kind
    const id = crypto.randomUUID()
    const now = new Date()
    const [videoKey, posterKey] = [mediaKey(`${id}.mp4`), mediaKey(`${id}.jpg`)]
    await storage.write(videoKey, [Buffer.from('a clip')])
    await storage.write(posterKey, [Buffer.from('a picture')])
    const finished = {
      status: 'completed',
      archive: 'saved',
      videoKey,
      posterKey,
      savedAt: now,
      completedAt: now,
      width: 854,
      height: 480,
      duration: 5,
      bytes: 6n,
      sha256: createHash('sha256').update(id).digest('hex'),
    } as const
    await db.task.create({
      data: {
        id,
        idempotencyKey: id,
        inputHash: id,
        authorId,
        visibility,
        model: 'seedance2.0-mini',
        line: 'mini',
        input: { model: 'seedance2.0-mini', prompt: 'Waves', duration: 5 },
        prompt: 'Waves',
        warnings: [],
        createdAt: now,
        ...(unconfirmed ? { status: 'unconfirmed' } : finished),
      },
    })
    return id
  }

  /** A task whose clip can be read, another one each time. */
  async function realClip(author: Member, visibility: 'team' | 'private'): Promise<string> {
    const id = await task(author, { visibility })
    const bytes = await clip({ seed: (seed += 1), frames: 24, sound: true })
    await storage.write(mediaKey(`${id}-real.mp4`), [bytes])
    const data = { videoKey: `${id}-real.mp4`, bytes: BigInt(bytes.byteLength) }
    await db.task.update({ where: { id }, data })
    return id
  }

  /** A picture, another one each time. */
  async function media({ id: authorId }: Member): Promise<string> {
    const id = crypto.randomUUID()
    const bytes = await png((seed += 1), 64, 48)
    const key = mediaKey(`${id}.png`)
    await storage.write(key, [bytes])
    await storage.write(mediaKey(`${id}-thumb.webp`), [bytes])
    await db.media.create({
      data: {
        id,
        authorId,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        kind: 'image',
        type: 'image/png',
        name: 'a.png',
        bytes: BigInt(bytes.byteLength),
        key,
        thumbKey: `${id}-thumb.webp`,
        width: 64,
        height: 48,
        origin: 'upload',
        createdAt: new Date(),
      },
    })
    return id
  }

  async function note({ id: authorId }: Member, taskId: string): Promise<string> {
    const data = { taskId, authorId, text: 'Hold longer', start: 1, createdAt: new Date() }
    return (await db.note.create({ data })).id
  }

  async function collection({ id: authorId }: Member): Promise<string> {
    const data = { authorId, name: 'Reel', createdAt: new Date() }
    return (await db.collection.create({ data })).id
  }

  async function share({ id: authorId }: Member, taskId: string, revoked = false) {
    const now = new Date()
    const data = {
      taskId,
      authorId,
      allowDownload: true,
      showPrompt: true,
      showSettings: true,
      createdAt: now,
      revokedAt: revoked ? now : null,
    }
    const { id } = await db.share.create({ data })
    return { id, token: await shareToken(context, id) }
  }

  return { task, clip: realClip, media, note, collection, share }
}
