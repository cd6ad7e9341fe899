import { provideContext } from '@/lib/server/context'
import type { Egress } from '@/lib/server/egress'
import { answer } from './api'
import type { TestApp } from './app'

/** `POST /api/media/link` of an app with another way out. */
export function bringLink(app: TestApp, egress: Egress, url: string): Promise<Response> {
  provideContext({ ...app.context, egress })
  const headers = { host: '127.0.0.1:3000', 'content-type': 'application/json' }
  const init = { method: 'POST', headers, body: JSON.stringify({ url }) }
  return answer(new Request('http://127.0.0.1:3000/api/media/link', init))
}
