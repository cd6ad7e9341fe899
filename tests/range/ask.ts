import { Agent, request } from 'node:http'
import { buffer } from 'node:stream/consumers'

export type Answer = {
  status: number
  headers: Record<string, string | undefined>
  body: Buffer
}

const agent = new Agent({ keepAlive: true, maxSockets: 4 })

/** One request to a server on this machine, headers as given; fetch would tidy them up. */
export async function ask(
  port: number,
  method: string,
  headers: Record<string, string>,
): Promise<Answer> {
  const response = await new Promise<
    Parameters<typeof buffer>[0] & { statusCode?: number; headers: NodeJS.Dict<string | string[]> }
  >((resolve, reject) =>
    request({ agent, host: '127.0.0.1', port, path: '/clip.mp4', method, headers }, resolve)
      .on('error', reject)
      .end(),
  )
  const flat = Object.entries(response.headers).map(([name, value]) => [name, value?.toString()])
  return {
    status: response.statusCode ?? 0,
    headers: Object.fromEntries(flat),
    body: await buffer(response),
  }
}

export function hangUp(): void {
  agent.destroy()
}
