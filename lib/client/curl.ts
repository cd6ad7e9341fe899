import { getModel } from '@/lib/models/capabilities'
import { createBody } from '@/lib/models/create-body'
import type { TaskInput } from '@/lib/schemas/task-input'

const createPath = '/api/open-api/v1/seedance/videos'

/** A text as one word of a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

/**
 * The create request as the gateway got it, for a shell. The key stays out: the shell reads it from
 * its own environment.
 */
export function toCurl(input: TaskInput, gatewayUrl: string): string {
  const model = getModel(input.model)
  const body = model ? createBody(input, model) : input
  return [
    `curl ${quoted(new URL(createPath, gatewayUrl).href)}`,
    `  -H "Authorization: Bearer $SEEDANCE_API_KEY"`,
    `  -H 'Content-Type: application/json'`,
    `  --data-raw ${quoted(JSON.stringify(body, null, 2))}`,
  ].join(' \\\n')
}
