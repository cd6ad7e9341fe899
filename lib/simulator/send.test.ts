import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Fault } from './fault'
import { startSimulator } from './test-client'

let client: Awaited<ReturnType<typeof startSimulator>>
beforeAll(async () => {
  client = await startSimulator()
})
afterEach(() => client.simulator.clearFaults())
afterAll(() => client.stop())

function once(fault: Fault): void {
  client.simulator.fault(fault, { times: 1 })
}

describe('a download', () => {
  const ranged = { headers: { range: 'bytes=0-9' } }

  it.each<[Fault, number]>([
    [{ kind: 'expired_link' }, 403],
    [{ kind: 'ignore_range' }, 200],
    [{ kind: 'html_video' }, 200],
  ])('%j answers %d once', async (fault, status) => {
    const link = await client.linkOf(await client.finish())
    once(fault)
    expect((await fetch(link, ranged)).status).toBe(status)
    expect((await fetch(link, ranged)).status).toBe(206)
  })

  it('is cut short at the byte that was said', async () => {
    const link = await client.linkOf(await client.finish())
    once({ kind: 'truncated_video', at_bytes: 5000 })
    const response = await fetch(link)
    let received = 0
    const reading = async () => {
      for await (const chunk of response.body ?? []) received += (chunk as Uint8Array).length
    }
    await expect(reading()).rejects.toThrow()
    expect(received).toBe(5000)
    expect((await (await fetch(link)).arrayBuffer()).byteLength).toBeGreaterThan(5000)
  })

  it('comes slowly, or under another ETag', async () => {
    const link = await client.linkOf(await client.finish())
    once({ kind: 'slow_video', bytes_per_second: 1_000_000 })
    const size = (await (await fetch(link)).arrayBuffer()).byteLength
    expect(size).toBe(Number((await fetch(link, { method: 'HEAD' })).headers.get('content-length')))
    const etag = async () => (await fetch(link, { method: 'HEAD' })).headers.get('etag')
    const usual = await etag()
    once({ kind: 'changed_etag' })
    expect(await etag()).not.toBe(usual)
    expect(await etag()).toBe(usual)
  })
})
