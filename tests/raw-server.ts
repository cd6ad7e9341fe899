import { createServer, type AddressInfo, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { createEgress, type Egress, type EgressOptions } from '@/lib/server/egress'
import { EgressError } from '@/lib/server/egress-error'

/** What to do at a point of a connection; `text` is all that was received, as Latin-1. */
export type Act = (socket: Socket, text: string) => void

export type Script = {
  /** A byte has arrived and none was read. */
  arrived?: Act
  /** The headers were read, perhaps not the whole body. */
  headers?: Act
  /** The whole request was read. */
  whole?: Act
}

export type RawServer = {
  host: string
  url: string
  /** Connections so far. */
  connections(): number
  /** Connections now. */
  open(): number
  /** Every request that was read whole. */
  requests: string[]
  close(): Promise<void>
}

/** A server below HTTP, so that a test can break a connection at any point of it. */
export async function startRawServer(script: Script, address = '127.0.0.1'): Promise<RawServer> {
  const sockets = new Set<Socket>()
  const requests: string[] = []
  let connections = 0

  const server = createServer({ pauseOnConnect: script.arrived !== undefined }, (socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => {})
    if (script.arrived) {
      const { arrived } = script
      socket.once('readable', () => arrived(socket, ''))
      return
    }
    let text = ''
    let seen = false
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
      const end = text.indexOf('\r\n\r\n')
      if (end < 0) return
      if (!seen) {
        seen = true
        script.headers?.(socket, text)
      }
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0)
      if (text.length < end + 4 + length || socket.destroyed) return
      const request = text
      text = ''
      seen = false
      requests.push(request)
      script.whole?.(socket, request)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, address, resolve)
  })
  const { port } = server.address() as AddressInfo
  const host = `${address.includes(':') ? `[${address}]` : address}:${port}`
  return {
    host,
    url: `http://${host}`,
    connections: () => connections,
    open: () => sockets.size,
    requests,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

/** An HTTP answer. */
export function answer(status: number, body = '', headers: Record<string, string> = {}): string {
  const all = { 'content-length': String(Buffer.byteLength(body)), ...headers }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} Status\r\n${lines.join('')}\r\n${body}`
}

/** A server that ends with the test. */
export async function serve(script: Script): Promise<RawServer> {
  const server = await startRawServer(script)
  onTestFinished(() => server.close())
  return server
}

/** A way out that ends with the test. */
export function egressTo(hosts: string[], options: Partial<EgressOptions> = {}): Egress {
  const egress = createEgress({ trusted: hosts, allow: [], ...options })
  onTestFinished(() => egress.close())
  return egress
}

type Streamed = { body: AsyncIterable<Uint8Array> }

export async function textOf({ body }: Streamed): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of body) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

/** How a request fails, at its start or while its body is read; null when it does not. */
export async function failureOf(
  request: Promise<Streamed>,
): Promise<Pick<EgressError, 'code' | 'sent'> | null> {
  try {
    await textOf(await request)
    return null
  } catch (error) {
    if (error instanceof EgressError) return { code: error.code, sent: error.sent }
    throw error
  }
}

export const reset: Act = (socket) => void socket.resetAndDestroy()
export const hangUp: Act = (socket) => void socket.end()
export const silent: Act = () => {}

export function say(...parts: string[]): Act {
  return (socket) => {
    for (const part of parts) socket.write(part)
  }
}
