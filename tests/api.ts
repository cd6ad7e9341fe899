import * as balance from '@/app/api/balance/route'
import * as sweep from '@/app/api/cron/sweep/route'
import * as health from '@/app/api/health/route'
import * as models from '@/app/api/models/route'
import * as download from '@/app/api/tasks/[id]/download/route'
import * as poster from '@/app/api/tasks/[id]/poster/route'
import * as resolve from '@/app/api/tasks/[id]/resolve/route'
import * as task from '@/app/api/tasks/[id]/route'
import * as video from '@/app/api/tasks/[id]/video/route'
import * as tasks from '@/app/api/tasks/route'
import * as updates from '@/app/api/tasks/updates/route'

type Route = Record<
  string,
  (request: Request, route: { params: Promise<{ id: string }> }) => Promise<Response>
>

const routes: [RegExp, Route][] = [
  [/^\/api\/balance$/, balance],
  [/^\/api\/cron\/sweep$/, sweep],
  [/^\/api\/health$/, health],
  [/^\/api\/models$/, models],
  [/^\/api\/tasks$/, tasks],
  [/^\/api\/tasks\/updates$/, updates],
  [/^\/api\/tasks\/([^/]+)$/, task],
  [/^\/api\/tasks\/([^/]+)\/download$/, download],
  [/^\/api\/tasks\/([^/]+)\/poster$/, poster],
  [/^\/api\/tasks\/([^/]+)\/resolve$/, resolve],
  [/^\/api\/tasks\/([^/]+)\/video$/, video],
]

/** Answers a request with the route handler that Next would choose. */
export async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  for (const [pattern, route] of routes) {
    const match = pattern.exec(pathname)
    if (!match) continue
    const handle = route[request.method]
    if (!handle) return new Response(null, { status: 405 })
    return handle(request, { params: Promise.resolve({ id: match[1] ?? '' }) })
  }
  return new Response(null, { status: 404 })
}
