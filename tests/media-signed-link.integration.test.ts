import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signContentUrl } from '@/lib/server/media-items/signed-link'
import { png, upload } from './media-api'
import { createTeamApp, type TeamApp } from './members'

const appUrl = 'https://studio.example'

let app: TeamApp

beforeAll(async () => {
  app = await createTeamApp({ appUrl })
})
afterAll(() => app.close())

describe('a signed link', () => {
  let id: string
  let pictureBytes: Buffer<ArrayBuffer>
  let link: URL

  beforeAll(async () => {
    pictureBytes = Buffer.from(await png(9))
    const { request } = await app.as('creator')
    id = (await upload({ ...app, request }, pictureBytes, 'a.png')).id
    link = new URL((await signContentUrl(app.context, id, 600)) ?? '')
  })

  const get = (path: string, host: string, method = 'GET') =>
    app.request(method, path, { headers: { host } })

  it('is at the address by which the gateway reaches us, and gives exactly the bytes', async () => {
    expect([link.origin, link.pathname]).toEqual([appUrl, `/api/media/${id}/content`])
    const response = await get(link.pathname + link.search, link.host)
    expect(response.status).toBe(200)
    expect(Buffer.from(await response.arrayBuffer()).equals(pictureBytes)).toBe(true)
    const head = await get(link.pathname + link.search, link.host, 'HEAD')
    expect(head.headers.get('content-length')).toBe(String(pictureBytes.length))
  })

  it('works on every server of the database', async () => {
    const second = await signContentUrl(app.another(), id, 600)
    const { pathname, search, host } = new URL(second ?? '')
    expect((await get(pathname + search, host)).status).toBe(200)
  })

  it('is the only thing that lets a stranger in', async () => {
    const paths = [link.pathname, `/api/media/${id}${link.search}`, '/api/media', '/api/tasks']
    const answers = await Promise.all(paths.map((path) => get(path, link.host)))
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401])
    expect((await get(link.pathname + link.search, 'other.example')).status).toBe(403)
  })

  const changed: [what: string, change: (url: URL) => void][] = [
    ['a longer life', (url) => url.searchParams.set('expires', '99999999999')],
    ['no end', (url) => url.searchParams.delete('expires')],
    ['another signature', (url) => url.searchParams.set('signature', 'A'.repeat(43))],
    ['no signature', (url) => url.searchParams.set('signature', '')],
    ['another item', (url) => void (url.pathname = `/api/media/${crypto.randomUUID()}/content`)],
  ]
  it.each(changed)('with %s is worth nothing, not even on this machine', async (_what, change) => {
    const url = new URL(link)
    change(url)
    const answers = await Promise.all(
      [link.host, '127.0.0.1:3000'].map((host) => get(url.pathname + url.search, host)),
    )
    expect(answers.map(({ status }) => status)).toEqual([401, 401])
  })

  it('ends at its time', async () => {
    const short = new URL((await signContentUrl(app.context, id, 60)) ?? '')
    expect((await get(short.pathname + short.search, short.host)).status).toBe(200)
    app.advance(61)
    expect((await get(short.pathname + short.search, short.host)).status).toBe(401)
  })

  it('is not made where nobody outside can reach us', async () => {
    const context = { ...app.context, appUrl: null }
    expect(await signContentUrl(context, id, 600)).toBeNull()
  })
})
