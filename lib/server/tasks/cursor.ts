import 'server-only'
import { AppError } from '@/lib/errors'
import type { TaskPosition } from './store'

/** Where a page ended, as an opaque word. */
export function toCursor({ createdAt, id }: TaskPosition): string {
  return Buffer.from(`${createdAt.getTime()}.${id}`).toString('base64url')
}

/** Throws `invalid_input` on `cursor` for anything `toCursor` did not make. */
export function readCursor(cursor: string): TaskPosition {
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
