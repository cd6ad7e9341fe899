import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import type { Transfer } from './effect'
import { parseRange } from './range'
import type { FileReply, Reply } from './reply'

/** Writes the reply, as slowly and as far as `transfer` allows. */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  reply: Reply,
  transfer: Transfer = {},
): Promise<void> {
  if ('file' in reply) return sendFile(request, response, reply, transfer)
  const [type, text] =
    'json' in reply
      ? ['application/json; charset=utf-8', JSON.stringify(reply.json)]
      : [reply.type, reply.text]
  const bytes = Buffer.from(text)
  response.writeHead(reply.status, {
    'content-type': type,
    'content-length': bytes.length,
    ...reply.headers,
  })
  await pour(Readable.from([bytes]), request, response, transfer)
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  reply: FileReply,
  transfer: Transfer,
): Promise<void> {
  const { size } = await stat(reply.file)
  const etag = transfer.changedEtag === true ? `"changed-${Date.now()}"` : reply.etag
  const headers = { 'content-type': reply.type, etag, 'accept-ranges': 'bytes' }

  const ifRange = request.headers['if-range']
  const ranged = transfer.ignoreRange !== true && (ifRange === undefined || ifRange === etag)
  const range = ranged ? parseRange(request.headers.range, size) : null
  if (range === 'unsatisfiable') {
    response.writeHead(416, { 'content-range': `bytes */${size}`, etag }).end()
    return
  }
  if (range === null) {
    response.writeHead(200, { ...headers, 'content-length': size })
    return pour(createReadStream(reply.file), request, response, transfer)
  }
  response.writeHead(206, {
    ...headers,
    'content-length': range.end - range.start + 1,
    'content-range': `bytes ${range.start}-${range.end}/${size}`,
  })
  return pour(createReadStream(reply.file, range), request, response, transfer)
}

async function pour(
  source: Readable,
  request: IncomingMessage,
  response: ServerResponse,
  { bytesPerSecond, cutAt = Infinity }: Transfer,
): Promise<void> {
  if (request.method === 'HEAD') {
    source.destroy()
    response.end()
    return
  }
  const ticksPerSecond = 20
  const portion =
    bytesPerSecond === undefined
      ? Infinity
      : Math.max(1, Math.ceil(bytesPerSecond / ticksPerSecond))
  let sent = 0
  for await (const chunk of source as AsyncIterable<Buffer>) {
    for (let offset = 0; offset < chunk.length;) {
      const length = Math.min(chunk.length - offset, portion, cutAt - sent)
      if (response.destroyed) return
      await write(response, chunk.subarray(offset, offset + length))
      offset += length
      sent += length
      if (sent >= cutAt) {
        response.destroy()
        return
      }
      if (portion !== Infinity) await wait(1000 / ticksPerSecond)
    }
  }
  response.end()
}

/** Resolves when the bytes are with the system, or when nobody is there to take them. */
function write(response: ServerResponse, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    response.once('close', resolve)
    response.write(bytes, () => {
      response.off('close', resolve)
      resolve()
    })
  })
}
