import 'server-only'
import { AppError } from '@/lib/errors'

/** Where a row stands in a list that is newest first. */
export type Position = { createdAt: Date; id: string }

/**
 * The condition for what comes after that place, by keyset. The bound on `createdAt` alone is redundant
 * and is what lets PostgreSQL walk the index instead of filtering from the top.
 */
export function beyond({ createdAt, id }: Position) {
  return {
    createdAt: { lte: createdAt },
    OR: [{ createdAt: { lt: createdAt } }, { id: { lt: id } }],
  }
}

/** Where a page ended, as an opaque word. */
export function toCursor({ createdAt, id }: Position): string {
  return Buffer.from(`${createdAt.getTime()}.${id}`).toString('base64url')
}

/** Throws `invalid_input` on `cursor` for anything `toCursor` did not make. */
export function readCursor(cursor: string): Position {
  const text = Buffer.from(cursor, 'base64url').toString()
  const match = /^(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text)
  if (!match?.[1] || !match[2]) {
    throw new AppError('invalid_input', 'Some fields need attention.', {
      fields: {
        cursor: [{ code: 'cursor', message: 'This is not a cursor that a list gave out.' }],
      },
    })
  }
  return { createdAt: new Date(Number(match[1])), id: match[2] }
}
