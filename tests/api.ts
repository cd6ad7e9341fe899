import { readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

type Params = Record<string, string | string[]>

export type Handle = (request: Request, route: { params: Promise<Params> }) => Promise<Response>

export type Route = {
  /** As Next names it: `/api/tasks/[id]`. */
  path: string
  file: string
  load(): Promise<Record<string, Handle | undefined>>
}

const app = fileURLToPath(new URL('../app', import.meta.url))

/** Every route handler there is, in the order in which Next would ask them. */
export const routes: Route[] = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((name) => path.basename(name) === 'route.ts')
  .map((name) => ({ name, file: path.join(app, name) }))
  .map(({ name, file }) => ({
    path: `/${path.dirname(name)}`.replace(/\/\([^/]+\)/g, ''),
    file,
    load: () => import(/* @vite-ignore */ file),
  }))
  .sort((a, b) => (rank(a.path) < rank(b.path) ? -1 : 1))

/** Answers a request with the route handler that Next would choose. */
export async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  for (const route of routes) {
    const match = patternOf(route.path).exec(pathname)
    if (!match) continue
    const handle = (await route.load())[request.method]
    if (!handle) return new Response(null, { status: 405 })
    return handle(request, { params: Promise.resolve(paramsOf(route.path, match.groups)) })
  }
  return new Response(null, { status: 404 })
}

function patternOf(route: string): RegExp {
  const source = route.replace(/\[(\.\.\.)?([^\]]+)\]/g, (_, rest, name) =>
    rest ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`,
  )
  return new RegExp(`^${source}$`)
}

/** What is written out goes before what is not, and that before what takes all the rest. */
function rank(route: string): string {
  return route.replace(/\[\.\.\./g, '~~').replace(/\[/g, '~')
}

function paramsOf(route: string, groups: Record<string, string> = {}): Params {
  return Object.fromEntries(
    Object.entries(groups).map(([name, value]) => [
      name,
      route.includes(`[...${name}]`)
        ? value.split('/').map(decodeURIComponent)
        : decodeURIComponent(value),
    ]),
  )
}
