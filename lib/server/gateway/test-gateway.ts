import { onTestFinished } from 'vitest'
import { createEgress } from '@/lib/server/egress'
import { answer, say, serve, type Act, type Script, type RawServer } from '@/tests/raw-server'
import { createGateway, type Gateway } from './client'

export const key = 'sk_canary_0123456789'
export const input = { model: 'seedance2.0-sp', prompt: 'a lantern over a lake' }
export const task = {
  task_id: 'vid_1',
  status: 'queued',
  model: input.model,
  created_at: 1_783_000_000,
}

const now = new Date('2026-07-02T12:00:00Z')

/** The real client, in a hurry, against whatever is at `baseUrl`. */
export function gatewayAt(baseUrl: string): Gateway {
  const egress = createEgress({ trusted: [new URL(baseUrl).host], allow: [] })
  onTestFinished(() => egress.close())
  const patience = { headers: 2_000, body: 2_000, total: 20_000 }
  return createGateway({
    baseUrl,
    key: ` ${key}\n`,
    egress,
    timeouts: { create: patience, read: patience },
    now: () => now,
  })
}

export async function serveGateway(
  script: Script,
): Promise<{ server: RawServer; gateway: Gateway }> {
  const server = await serve(script)
  return { server, gateway: gatewayAt(server.url) }
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Act {
  return say(answer(status, JSON.stringify(body), headers))
}

export function html(status: number): Act {
  return say(answer(status, '<html><h1>Bad gateway</h1></html>'))
}
