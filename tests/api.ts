import * as assets from '@/app/api/assets/route'
import * as balance from '@/app/api/balance/route'
import * as sweep from '@/app/api/cron/sweep/route'
import * as health from '@/app/api/health/route'
import * as mediaContent from '@/app/api/media/[id]/content/route'
import * as mediaFix from '@/app/api/media/[id]/fix/route'
import * as mediaItem from '@/app/api/media/[id]/route'
import * as mediaLink from '@/app/api/media/link/route'
import * as mediaThumbnail from '@/app/api/media/[id]/thumbnail/route'
import * as media from '@/app/api/media/route'
import * as mediaUploadComplete from '@/app/api/media/uploads/[id]/complete/route'
import * as mediaUploads from '@/app/api/media/uploads/route'
import * as models from '@/app/api/models/route'
import * as download from '@/app/api/tasks/[id]/download/route'
import * as clipMedia from '@/app/api/tasks/[id]/media/route'
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
  [/^\/api\/assets$/, assets],
  [/^\/api\/balance$/, balance],
  [/^\/api\/cron\/sweep$/, sweep],
  [/^\/api\/health$/, health],
  [/^\/api\/media$/, media],
  [/^\/api\/media\/link$/, mediaLink],
  [/^\/api\/media\/uploads$/, mediaUploads],
  [/^\/api\/media\/uploads\/([^/]+)\/complete$/, mediaUploadComplete],
  [/^\/api\/media\/([^/]+)$/, mediaItem],
  [/^\/api\/media\/([^/]+)\/content$/, mediaContent],
  [/^\/api\/media\/([^/]+)\/fix$/, mediaFix],
  [/^\/api\/media\/([^/]+)\/thumbnail$/, mediaThumbnail],
  [/^\/api\/models$/, models],
  [/^\/api\/tasks$/, tasks],
  [/^\/api\/tasks\/updates$/, updates],
  [/^\/api\/tasks\/([^/]+)$/, task],
  [/^\/api\/tasks\/([^/]+)\/download$/, download],
  [/^\/api\/tasks\/([^/]+)\/media$/, clipMedia],
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
