import 'server-only'
import { AppError, type ErrorCode } from '@/lib/errors'
import type { UploadCode } from '@/lib/models/upload-issue'

const messages: Record<UploadCode, string> = {
  file_missing: 'Send the file as a part named "file".',
  file_empty: 'The file is empty.',
  file_type_not_taken: 'This is no picture, clip or sound that can be read.',
  file_too_large: 'The file has more bytes than are taken.',
  file_unreadable: 'The file cannot be read.',
  file_truncated: 'The file is incomplete or damaged.',
  image_too_large: 'The picture has more pixels than are taken.',
  too_many_frames: 'The file has more pictures in it than are taken.',
  upload_broken: 'The upload ended before the file did.',
  link_unreadable: 'Give a public https link.',
  link_blocked: 'Nothing is fetched from this address.',
  link_unreachable: 'The link cannot be fetched just now.',
  link_refused: 'The link leads to no file.',
}

const statuses: Partial<Record<UploadCode, ErrorCode>> = {
  file_type_not_taken: 'unsupported_media_type',
  file_too_large: 'payload_too_large',
}

/**
 * The error for a file or a link that is not taken in: 413, 415 or 422, with the complaint on `file`,
 * or on `url`.
 */
export function refusal(
  code: UploadCode,
  { params, cause }: { params?: Record<string, string | number>; cause?: unknown } = {},
): AppError {
  const message = messages[code]
  const field = code.startsWith('link_') ? 'url' : 'file'
  return new AppError(statuses[code] ?? 'invalid_input', message, {
    fields: { [field]: [{ code, message, ...(params && { params }) }] },
    cause,
  })
}
