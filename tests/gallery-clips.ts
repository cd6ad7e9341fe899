import type { Prisma } from '@/lib/server/generated/prisma/client'
import { fillWords } from '@/lib/server/search/store'
import type { TestApp } from './app'

export type Clip = Partial<Prisma.TaskCreateManyInput> & { at: string }

let made = 0

/** Writes finished clips straight into the database, with their words; returns their ids in order. */
export async function insertClips(app: TestApp, clips: readonly Clip[]): Promise<string[]> {
  const { db } = app.context
  const rows = await db.task.createManyAndReturn({
    data: clips.map(({ at, ...clip }) => {
      made += 1
      return {
        idempotencyKey: `clip-${made}`,
        inputHash: `hash-${made}`,
        model: 'seedance2.0-mini',
        line: 'mini',
        input: { model: 'seedance2.0-mini', prompt: clip.prompt ?? 'A clip' },
        prompt: 'A clip',
        warnings: [],
        status: 'completed' as const,
        archive: 'saved' as const,
        createdAt: new Date(at),
        width: 1280,
        height: 720,
        duration: 5,
        bytes: 1_000,
        sound: true,
        ...clip,
      }
    }),
    select: { id: true, idempotencyKey: true },
  })
  await fillWords(db, clips.length)
  const numberOf = ({ idempotencyKey }: { idempotencyKey: string }) =>
    Number(idempotencyKey.slice(5))
  return rows.sort((a, b) => numberOf(a) - numberOf(b)).map(({ id }) => id)
}
