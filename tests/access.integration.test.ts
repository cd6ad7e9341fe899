import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from './api'
import { createThings, type Things } from './access-things'
import { callers, rows, subjects, type CallerRole, type Row, type Subject } from './access-rows'
import { createTeamApp, type Caller, type TeamApp } from './members'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

let app: TeamApp
let things: Things
/** Whose things the others' are. */
let neighbour: Caller

beforeAll(async () => {
  app = await createTeamApp({ storage: 'local' })
  things = createThings(app)
  neighbour = await app.join('creator', 'Neighbour')
})
afterAll(async () => {
  await app.context.calls.idle()
  await app.close()
})

/** `GET /api/tasks/[id]`, for every method of every route that there is. */
async function existing(): Promise<string[]> {
  const lines = await Promise.all(
    routes.map(async ({ path, load }) => {
      const handles = await load()
      return methods.filter((method) => handles[method]).map((method) => `${method} ${path}`)
    }),
  )
  return lines.flat().sort()
}

const routeOf = (line: string) => line.split(' ').slice(0, 2).join(' ')

describe('the matrix', () => {
  it('has a row for every method of every route, and none for what there is not', async () => {
    expect([...new Set(Object.keys(rows).map(routeOf))].sort()).toEqual(await existing())
  })

  it('has the routes that the build has, where there is one of these sources', () => {
    const built = readBuild()
    if (built) expect(routes.map(({ path }) => path).sort()).toEqual(built)
  })
})

describe('the pages', () => {
  it('of the team each ask for a member themselves, or hold nothing: a layout is no lock', () => {
    const folder = fileURLToPath(new URL('../app/(main)', import.meta.url))
    const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => path.basename(file) === 'page.tsx')
      .map((file) => ({ file, source: readFileSync(path.join(folder, file), 'utf8') }))
    expect(pages.length).toBeGreaterThan(3)
    const open = pages.filter(
      ({ source }) =>
        !source.includes('requireMember(') && !/^export .*\n  return <\w+ id=/m.test(source),
    )
    expect(open.map(({ file }) => file)).toEqual([])
  })
})

describe.each(Object.entries(rows))('%s', (line, row) => {
  it.each(cells(row))('answers a $role about $subject with $status', async (cell) => {
    const { role, subject, status } = cell
    const caller = role === 'stranger' ? null : await app.join(role)
    const author = subject === 'own' && caller ? caller.member : neighbour.member
    const visibility = subject === 'private' ? 'private' : 'team'
    const asker = caller?.member ?? neighbour.member
    const [url, init] = await row.ask({ things, caller: asker, author, visibility })
    const request = caller ? caller.request : app.request
    const response = await request(line.split(' ')[0] ?? '', url, init)
    await response.arrayBuffer()
    expect(response.status).toBe(status)
  })
})

type Asked = { role: CallerRole; subject: Subject; status: number }

function cells({ expected }: Row): Asked[] {
  return callers.flatMap((role) =>
    subjects.map((subject, index) => {
      const answer = expected[role]
      const status = typeof answer === 'number' ? answer : (answer[index] ?? 0)
      return { role, subject, status }
    }),
  )
}

/** The handlers of the last build, if nothing was added since. */
function readBuild(): string[] | null {
  try {
    const manifest = '.next/server/app-paths-manifest.json'
    const newest = Math.max(...routes.map(({ file }) => statSync(file).mtimeMs))
    if (statSync(manifest).mtimeMs < newest) return null
    return Object.keys(JSON.parse(readFileSync(manifest, 'utf8')))
      .filter((page) => page.endsWith('/route') && !/\.\w+\/route$/.test(page))
      .map((page) => page.replace(/\/\([^/]+\)|\/route$/g, ''))
      .sort()
  } catch {
    return null
  }
}
