import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { serveMedia, type ServedMedia } from '@/lib/server/media/serve'

/** `serveMedia` behind a real HTTP server, bound to its sockets the way Next does it. */
export async function startMediaServer(
  media: ServedMedia,
): Promise<{ port: number; stop(): Promise<void> }> {
  const server = createServer(async (incoming, outgoing) => {
    const headers = Object.entries(incoming.headersDistinct).flatMap(([name, values]) =>
      (values ?? []).map((value): [string, string] => [name, value]),
    )
    const request = new Request('http://media.test/clip.mp4', { method: incoming.method, headers })
    const response = await serveMedia(request, media)
    outgoing.writeHead(response.status, Object.fromEntries(response.headers))
    if (!response.body) return outgoing.end()
    // A client that leaves is no fault of ours; what matters is that the file is closed.
    await pipeline(Readable.fromWeb(response.body as NodeStream), outgoing).catch(() => undefined)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
