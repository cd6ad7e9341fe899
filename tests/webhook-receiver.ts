import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Heard = { headers: IncomingHttpHeaders; body: string }

export type Receiver = {
  url: string
  host: string
  heard: Heard[]
  /** What it answers from now on. */
  answer: (request: Heard) => { status: number; headers?: Record<string, string> }
  close(): Promise<void>
}

/** A webhook's other end, which writes down all it is told. */
export async function startReceiver(): Promise<Receiver> {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const one = { headers: request.headers, body: Buffer.concat(chunks).toString('utf8') }
      heard.push(one)
      const { status, headers } = receiver.answer(one)
      response.writeHead(status, headers).end('thanks')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const receiver: Receiver = {
    url: `http://${host}/hook`,
    host,
    heard,
    answer: () => ({ status: 204 }),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return receiver
}
