import type { LookupFunction, Socket } from 'node:net'
import { networkInterfaces } from 'node:os'
import ipaddr from 'ipaddr.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Egress } from '@/lib/server/egress'
import { createTestApp, type TestApp } from './app'
import { bringLink } from './bring-link'
import { disguises, spellingsOf, type Octets } from './disguises'
import { complaint } from './media-api'
import { answer, egressTo, startRawServer, type RawServer } from './raw-server'

let app: TestApp

beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

/** This machine as its neighbours see it, where that is no public address. */
const neighbours = Object.values(networkInterfaces())
  .flatMap((found) => found ?? [])
  .filter(({ internal, scopeid, address }) => !internal && !scopeid && !isPublic(address))
  .map(({ address }) => address)

function isPublic(address: string): boolean {
  return ipaddr.process(address).range() === 'unicast'
}

function hostsOf(address: string): string[] {
  if (address.includes(':')) return [`[${address}]`]
  return spellingsOf(address.split('.').map(Number) as unknown as Octets)
}

describe(
  `POST /api/media/link, given ${disguises.length} disguises of private addresses`,
  { timeout: 120_000 },
  () => {
    let canaries: RawServer[]
    let redirector: RawServer
    let hosts: { url: string; host: string }[]

    beforeAll(async () => {
      const hangUp = { arrived: (socket: Socket) => void socket.destroy() }
      canaries = [await startRawServer(hangUp)]
      const six = await startRawServer(hangUp, '::1').catch(() => null)
      if (six) canaries.push(six)
      for (const address of neighbours) canaries.push(await startRawServer(hangUp, address))
      redirector = await startRawServer({
        whole: (socket, text) => {
          const location = decodeURIComponent(/\?(\S*)/.exec(text)?.[1] ?? '')
          socket.write(answer(302, '', { location }))
        },
      })
      hosts = [...disguises, ...neighbours.flatMap(hostsOf)].flatMap((host) =>
        canaries.map((canary) => ({ host, url: `https://${host}:${portOf(canary)}/a.png` })),
      )
    })
    afterAll(() => Promise.all([...canaries, redirector].map((server) => server.close())))

    const portOf = (server: RawServer) => Number(new URL(server.url).port)
    const ports = () => canaries.map(portOf)

    /** The complaints about each link, a few asked at a time. */
    async function complaints(egress: Egress, urls: string[]): Promise<Set<string>> {
      const codes = new Set<string>()
      for (let start = 0; start < urls.length; start += 50) {
        const batch = urls.slice(start, start + 50)
        const answers = await Promise.all(batch.map((url) => bringLink(app, egress, url)))
        for (const response of answers) {
          codes.add(`${response.status} ${(await complaint(response, 'url'))?.code}`)
        }
      }
      return codes
    }

    const blocked = new Set(['422 link_blocked'])

    it('asks none of them', async () => {
      const urls = hosts.map(({ url }) => url)
      expect(urls.length).toBeGreaterThanOrEqual(300)
      expect(await complaints(egressTo([], { ports: ports() }), urls)).toEqual(blocked)
      expect(canaries.map((canary) => canary.connections())).toEqual(canaries.map(() => 0))
    })

    it('asks none of them by a redirect', async () => {
      const ascii = (url: string) => url.replace(/[^\x20-\x7e]/g, encodeURIComponent)
      const urls = hosts.map(({ url }) => `${redirector.url}/?${encodeURIComponent(ascii(url))}`)
      const egress = egressTo([], { allow: [redirector.host], ports: ports() })
      expect(await complaints(egress, urls)).toEqual(blocked)
      expect(redirector.requests).toHaveLength(urls.length)
      expect(canaries.map((canary) => canary.connections())).toEqual(canaries.map(() => 0))
    })

    it('asks none of them by a name, nor by one that changes its mind', async () => {
      const addresses = [...new Set(disguises.map((host) => new URL(`https://${host}/`).hostname))]
      let asked = 0
      const lookup: LookupFunction = (name, _options, callback) => {
        const at = Number(/\d+/.exec(name)?.[0])
        const address = (addresses[at] ?? '').replace(/^\[|\]$/g, '')
        const given = asked++ % 2 ? [address] : ['93.184.216.34', address]
        callback(
          null,
          given.map((one) => ({ address: one, family: one.includes(':') ? 6 : 4 })),
        )
      }
      const urls = addresses.flatMap((_, at) =>
        ports().map((port) => `https://cdn${at}.test:${port}/a.png`),
      )
      expect(await complaints(egressTo([], { ports: ports(), lookup }), urls)).toEqual(blocked)
      expect(canaries.map((canary) => canary.connections())).toEqual(canaries.map(() => 0))
    })

    it('would have been seen to: the canaries sing when they are allowed', async () => {
      const own = canaries.map((canary) => `https://${canary.host}/a.png`)
      const egress = egressTo([], { allow: canaries.map(({ host }) => host), ports: ports() })
      expect(await complaints(egress, own)).toEqual(new Set(['422 link_unreachable']))
      expect(canaries.map((canary) => canary.connections())).toEqual(canaries.map(() => 1))
    })
  },
)
