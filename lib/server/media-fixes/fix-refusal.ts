import 'server-only'
import { AppError, type ErrorCode } from '@/lib/errors'
import type { FixCode } from '@/lib/models/fix-issue'

const messages: Record<FixCode, string> = {
  fix_needs_ffmpeg: 'This needs ffmpeg, which is not installed on the server.',
  fix_not_for_kind: 'This fix is for another kind of file.',
  fix_outside: 'This is not within the length of the file.',
  fix_without_sound: 'The clip has no sound.',
  fix_failed: 'The file could not be changed.',
}

const statuses: Partial<Record<FixCode, ErrorCode>> = { fix_needs_ffmpeg: 'conflict' }

/** The error for a fix that is not made: 409 where ffmpeg is missing, else 422, on `fix`. */
export function fixRefusal(
  code: FixCode,
  options: { params?: Record<string, string | number>; cause?: unknown } = {},
): AppError {
  const { params, cause } = options
  const message = messages[code]
  return new AppError(statuses[code] ?? 'invalid_input', message, {
    fields: { fix: [{ code, message, ...(params && { params }) }] },
    cause,
  })
}
