import { answerAuth } from '@/lib/server/auth/answer'
import { openHandler } from '@/lib/server/http'

type Params = { all: string[] }

/** Signing in and out, and passwords; each answers to one method and one path. */
export const POST = openHandler<Params>(({ context, request }) => answerAuth(context, request))
export const GET = POST
