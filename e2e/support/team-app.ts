import { rm } from 'node:fs/promises'
import type { Browser, BrowserContext } from '@playwright/test'
import type { Role } from '@/lib/models/member'
import { madeInvitationSchema } from '@/lib/schemas/member'
import { startServer, type Server } from '@/scripts/start-server'
import { appUrl } from './addresses'
import { test as base } from './test'

export type TeamApp = {
  url: string
  /** The link printed for the first admin; used up once `as` was called. */
  firstAdminLink: string
  server: Server
  /** A browser of its own in which the one member of that role is signed in. */
  as(role: Role): Promise<BrowserContext>
  /** Makes another member; a browser in which they are signed in. */
  join(role: Role, name: string): Promise<BrowserContext>
}

/** What members of the tests sign in with: `admin@team.example` and so on. */
export const password = 'correct horse battery'

/** A team's app without members yet, on the simulator, so many ports past that of the run's own app. */
export async function startTeam(past: number): Promise<{ url: string; server: Server }> {
  const port = Number(new URL(appUrl).port) + past
  const url = `http://127.0.0.1:${port}`
  const folder = `test-results/data-${port}`
  await rm(folder, { recursive: true, force: true })
  const server = await startServer({
    APP_URL: url,
    PORT: String(port),
    DATA_DIR: folder,
    DATABASE_URL: '',
    SEEDANCE_API_KEY: '',
    SIMULATOR_SPEED: '50',
    LOG_LEVEL: 'error',
  })
  return { url, server }
}

/** A team's app of its own, fresh, on the simulator; the tests of a worker share it. */
export const test = base.extend<object, { team: TeamApp }>({
  team: [
    async ({ browser }, provide, worker) => {
      const { url, server } = await startTeam(20 + worker.parallelIndex)
      try {
        await provide(createTeam(browser, url, server))
      } finally {
        await server.stop()
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ team }, provide) => provide(team.url),
})

/** One team's members and their browsers. */
export function createTeam(browser: Browser, url: string, server: Server): TeamApp {
  const firstAdminLink = /Make the first admin: (\S+)/.exec(server.output())?.[1] ?? ''
  const members = new Map<string, Promise<string>>()

  /** Whoever has the link becomes a member; returns the cookie. */
  async function accept(link: string, name: string): Promise<string> {
    const token = link.split('/').at(-1)
    const email = `${name.toLowerCase()}@team.example`
    const response = await send(url, '/api/invitations/accept', { token, name, email, password })
    return response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')[0] ?? ''
  }

  async function invited(role: Role, name: string): Promise<string> {
    const cookie = await member('admin', 'admin')
    const response = await send(url, '/api/invitations', { role, name }, cookie)
    return accept(madeInvitationSchema.parse(await response.json()).url, name)
  }

  function member(role: Role, name: string): Promise<string> {
    const first = role === 'admin' && name === 'admin'
    const known = members.get(name)
    if (known) return known
    const made = first ? accept(firstAdminLink, name) : invited(role, name)
    members.set(name, made)
    return made
  }

  async function open(role: Role, name: string): Promise<BrowserContext> {
    const [cookieName = '', value = ''] = (await member(role, name)).split(/=(.*)/)
    const context = await browser.newContext({ baseURL: url })
    await context.addCookies([{ name: cookieName, value, url, httpOnly: true, sameSite: 'Lax' }])
    return context
  }

  return { url, server, firstAdminLink, as: (role) => open(role, role), join: open }
}

async function send(url: string, path: string, body: object, cookie = ''): Promise<Response> {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  return response
}

export { expect } from './test'
