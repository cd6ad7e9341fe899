import { createHash } from 'node:crypto'
import { createContext, type Context } from '@/lib/server/context'
import { mediaKey } from '@/lib/server/media/storage'

export type Planted = { id: string; sha256: string }

type Plant = {
  title?: string | null
  prompt?: string
  authorId?: string
  visibility?: 'team' | 'private'
  archive?: 'saved' | 'pending' | 'lost'
  /** Of a file that is there already. */
  videoKey?: string
}

/** A finished clip of those bytes, as the engine would have left it. */
export async function plantClip(
  { db, storage }: Pick<Context, 'db' | 'storage'>,
  bytes: Uint8Array,
  { prompt = 'A paper boat', archive = 'saved', videoKey, ...rest }: Plant = {},
): Promise<Planted> {
  const id = crypto.randomUUID()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const key = mediaKey(videoKey ?? `${id}.mp4`)
  if (archive === 'saved' && !videoKey) await storage.write(key, [bytes])
  await db.task.create({
    data: {
      id,
      idempotencyKey: id,
      inputHash: id,
      model: 'seedance2.0-mini',
      line: 'mini',
      input: { model: 'seedance2.0-mini', prompt, duration: 4, resolution: '480p' },
      prompt,
      warnings: [],
      status: 'completed',
      createdAt: new Date(),
      archive,
      videoKey: archive === 'saved' ? key : null,
      bytes: bytes.length,
      sha256,
      ...rest,
    },
  })
  return { id, sha256 }
}

/** A server's context of its own, beside any test app. */
export function zipContext({
  databaseUrl,
  dataDir,
}: {
  databaseUrl: string
  dataDir: string
}): Context {
  return createContext({
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    SEEDANCE_BASE_URL: 'http://127.0.0.1:1',
    EGRESS_ALLOW: '',
    FULL_MAX_SECONDS: 12,
    LOG_LEVEL: 'silent',
    s3: null,
    key: 'sk-test',
    simulatorUrl: null,
    pace: 1,
    cronSecret: null,
    ffmpeg: null,
  })
}
