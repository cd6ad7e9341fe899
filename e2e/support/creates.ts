import type { Page, Request, Route } from '@playwright/test'

export const createPath = '**/api/tasks'

function isCreate(request: Request): boolean {
  return request.method() === 'POST' && new URL(request.url()).pathname === '/api/tasks'
}

type Create = { key: string; group: string | undefined; body: unknown }

/** What the page asks of our server, as it asks it. */
export function watchCreates(page: Page): Create[] {
  const creates: Create[] = []
  page.on('request', (request) => {
    if (!isCreate(request)) return
    const headers = request.headers()
    creates.push({
      key: headers['idempotency-key'] ?? '',
      group: headers['take-group'],
      body: request.postDataJSON(),
    })
  })
  return creates
}

/** Answers creates with `act`; everything else goes its way. */
export async function onCreate(page: Page, act: (route: Route) => Promise<void>): Promise<void> {
  await page.route(createPath, (route) =>
    isCreate(route.request()) ? act(route) : route.continue(),
  )
}
