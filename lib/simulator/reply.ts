/** What a route answers; the server turns it into bytes. */
export type Reply = JsonReply | TextReply | FileReply

type Common = { status: number; headers?: Record<string, string> }
export type JsonReply = Common & { json: unknown }
export type TextReply = Common & { text: string; type: string }
/** A file answers ranges and conditions by itself. */
export type FileReply = { file: string; type: string; etag: string }

/** Refusals come as HTTP 200 with a code (protocol §1.4). */
export function refusal(code: number | string, msg: string): JsonReply {
  return { status: 200, json: { code, msg, data: null } }
}

export function success(code: number | string, data: unknown): JsonReply {
  return { status: 200, json: { code, msg: 'ok', data } }
}

/** What object storage says about a link that is too old or altered. */
export const forbiddenLink: TextReply = {
  status: 403,
  type: 'application/xml',
  text: '<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>',
}
