import 'server-only'
import { firstText, reasonText, taskIdOf, toTask } from './translate'
import { envelopeSchema, type GatewayTask } from './wire'

/** An answer of the gateway, with its envelope taken off (protocol §1.3, §1.4). */
export type Answer = {
  status: number
  /** Whether the body is JSON at all; proxies answer in HTML. */
  json: boolean
  /** The gateway's code as text: `20000` and `"20000"` are one. Null when missing. */
  code: string | null
  /** By its code; a missing code counts when the HTTP status is fine. */
  succeeded: boolean
  message: string | null
  data: unknown
  /** The task it tells of, from `data` or, without an envelope, the body itself. */
  task: GatewayTask | null
  taskId: string | null
}

const successCodes = new Set(['20000', '0', '200'])

export function readAnswer(status: number, text: string): Answer {
  const raw = parseJson(text)
  const envelope = envelopeSchema.safeParse(raw)
  if (!envelope.success) {
    const nothing = { code: null, succeeded: false, message: null, data: null }
    return { status, json: raw !== undefined, ...nothing, task: null, taskId: null }
  }
  const { code: said, msg, message, error, data } = envelope.data
  const code = firstText(said)
  const task = toTask(data ? { message, ...data } : raw)
  return {
    status,
    json: true,
    code,
    succeeded: code === null ? status >= 200 && status < 300 : successCodes.has(code),
    message: firstText(msg, message, reasonText(error)),
    data,
    task,
    taskId: task && taskIdOf(task),
  }
}

/** `undefined` when it is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}
