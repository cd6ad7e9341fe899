import type { Socket } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { provideContext } from '@/lib/server/context'
import { sweep } from '@/lib/server/engine/loop'
import { answer as answerRoute } from './api'
import { createTestApp, type TestApp } from './app'
import { disguises } from './disguises'
import { answer, egressTo, startRawServer, type RawServer } from './raw-server'

let canaries: RawServer[]
let gateway: RawServer
let app: TestApp

/** A gateway that takes every task and leaves it queued; it fetches nothing. */
beforeAll(async () => {
  const hangUp = { arrived: (socket: Socket) => void socket.destroy() }
  canaries = [await startRawServer(hangUp)]
  const six = await startRawServer(hangUp, '::1').catch(() => null)
  if (six) canaries.push(six)
  let taken = 0
  gateway = await startRawServer({
    whole: (socket) => {
      const data = { task_id: `vid_${(taken += 1)}`, status: 'queued', created_at: 1_783_000_000 }
      socket.write(answer(200, JSON.stringify({ code: 20000, msg: 'ok', data })))
    },
  })
  app = await createTestApp({ gatewayUrl: gateway.url })
})
afterAll(async () => {
  await app.close()
  await Promise.all([...canaries, gateway].map((server) => server.close()))
})

it('POST /api/tasks hands links on and fetches none of them itself', async () => {
  const ports = canaries.map((canary) => Number(new URL(canary.url).port))
  const links = disguises.flatMap((host) => ports.map((port) => `https://${host}:${port}/a.png`))
  expect(links.length).toBeGreaterThanOrEqual(300)
  const context = { ...app.context, egress: egressTo([gateway.host], { ports }) }

  const statuses = new Set<number>()
  for (let start = 0; start < links.length; start += 9) {
    const images = links.slice(start, start + 9)
    const body = JSON.stringify({ model: 'seedance2.0-sp', prompt: '@Image1', images })
    provideContext(context)
    const headers = {
      host: '127.0.0.1:3000',
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    }
    const init = { method: 'POST', headers, body }
    statuses.add((await answerRoute(new Request('http://127.0.0.1:3000/api/tasks', init))).status)
  }
  await context.calls.idle()
  await sweep(context)

  expect(statuses).toEqual(new Set([201]))
  const creates = gateway.requests.filter((request) => request.startsWith('POST '))
  expect(creates).toHaveLength(Math.ceil(links.length / 9))
  expect(canaries.map((canary) => canary.connections())).toEqual(canaries.map(() => 0))
}, 120_000)
