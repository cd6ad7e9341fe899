import { zipQuerySchema } from '@/lib/schemas/zip'
import { handler, parse, query } from '@/lib/server/http'
import { zipTasks } from '@/lib/server/zip/service'

/** A streamed ZIP of the clips named, with a manifest; the whole of it, never a range. */
export const GET = handler('viewer', ({ context, member, request }) =>
  zipTasks(context, member, parse(zipQuerySchema, query(request)).ids),
)
