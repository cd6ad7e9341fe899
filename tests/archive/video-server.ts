import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Reply = (request: IncomingMessage, response: ServerResponse) => unknown

export type VideoServer = {
  url: string
  host: string
  /** Header pairs of every request so far. */
  seen: { range: string | undefined; ifRange: string | undefined; encoding: string | undefined }[]
  /** Answers the coming requests in this order; the last one answers all further ones too. */
  answer(...replies: Reply[]): void
  close(): Promise<void>
}

/** A server of one video, whose every answer a test decides. */
export async function startVideoServer(): Promise<VideoServer> {
  let replies: Reply[] = []
  const seen: VideoServer['seen'] = []
  const server = createServer((request, response) => {
    const header = (name: string) => request.headers[name]?.toString()
    seen.push({
      range: header('range'),
      ifRange: header('if-range'),
      encoding: header('accept-encoding'),
    })
    const reply = replies.length > 1 ? replies.shift() : replies[0]
    reply?.(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/clip.mp4`,
    host: `127.0.0.1:${port}`,
    seen,
    answer: (...next) => {
      replies = next
      seen.length = 0
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** A file with the outer shape of an MP4 and noise for pictures, the same for the same arguments. */
export function syntheticVideo(bytes: number, seed = 1): Buffer {
  const file = Buffer.alloc(bytes)
  let state = seed
  for (let at = 0; at + 4 <= bytes; at += 4) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    file.writeUInt32LE(state, at)
  }
  const boxes: [type: string, size: number][] = [
    ['ftyp', 24],
    ['moov', 200],
    ['mdat', bytes - 224],
  ]
  let at = 0
  for (const [type, size] of boxes) {
    file.writeUInt32BE(size, at)
    file.write(type, at + 4, 'latin1')
    at += size
  }
  file.write('isom', 8, 'latin1')
  return file
}
