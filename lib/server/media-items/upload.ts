import 'server-only'
import { AppError } from '@/lib/errors'
import type { Member } from '@/lib/models/member'
import { mediaFormSchema } from '@/lib/schemas/media-query'
import type { Context } from '@/lib/server/context'
import { parse } from '@/lib/server/http'
import { readMultipart } from '@/lib/server/multipart'
import { ingest, type Ingested } from './ingest'
import { sourceExists } from './store'

/** Takes the file of a form in. Throws the refusals of files, and `invalid_input` on its text parts. */
export function takeUpload(context: Context, member: Member, request: Request): Promise<Ingested> {
  return readMultipart(request, async ({ name, bytes }, fields) => {
    const form = parse(mediaFormSchema, fields)
    const source = {
      mediaId: form.made_from_media ?? null,
      taskId: form.made_from_task ?? null,
    }
    const found = await sourceExists(context.db, member, source)
    if (source.mediaId !== null && !found.media) throw unknown('made_from_media')
    if (source.taskId !== null && !found.task) throw unknown('made_from_task')
    return ingest(context, {
      bytes,
      name,
      origin: form.origin,
      author: member,
      sourceId: source.mediaId,
      taskId: source.taskId,
    })
  })
}

function unknown(field: string): AppError {
  const message = 'There is no such item.'
  return new AppError('invalid_input', message, {
    fields: { [field]: [{ code: 'unknown', message }] },
  })
}
