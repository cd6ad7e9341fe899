import { syntheticVideo, type Reply } from './video-server'

export const video = syntheticVideo(400_000)
export const etag = '"v1"'

export type Headers = Record<string, string | undefined>

/** An honest server: ranges, If-Range, whatever validators it is given. */
export function serve(file: Buffer, validators: Headers = { etag }): Reply {
  return (request, response) => {
    const { range, 'if-range': ifRange } = request.headers
    const known = Object.values(validators)
    const start = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? NaN)
    if (Number.isNaN(start) || (ifRange && !known.includes(ifRange.toString()))) {
      return response
        .writeHead(200, defined({ ...validators, 'content-length': `${file.length}` }))
        .end(file)
    }
    if (start >= file.length) {
      return response.writeHead(416, { 'content-range': `bytes */${file.length}` }).end()
    }
    const headers = defined({
      ...validators,
      'content-length': `${file.length - start}`,
      'content-range': `bytes ${start}-${file.length - 1}/${file.length}`,
    })
    return response.writeHead(206, headers).end(file.subarray(start))
  }
}

/** Sends that many bytes of a whole answer and drops the connection. */
export function cutAfter(bytes: number, file = video, validators: Headers = { etag }): Reply {
  return (_request, response) => {
    response.writeHead(200, defined({ ...validators, 'content-length': `${file.length}` }))
    response.write(file.subarray(0, bytes), () => setImmediate(() => response.socket?.end()))
  }
}

export function send(status: number, headers: Headers, body: Buffer | string): Reply {
  return (_request, response) => response.writeHead(status, defined(headers)).end(body)
}

function defined(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )
}
