import { expect } from '@playwright/test'
import type { Share } from '@/lib/schemas/share'
import type { FreshApp } from './fresh-app'

/** Makes a link to the finished clip. */
export async function makeLink(
  app: FreshApp,
  choice: Record<string, unknown> = {},
): Promise<Share> {
  const response = await fetch(`${app.url}/api/tasks/${app.clips.finished.id}/shares`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(choice),
  })
  expect(response.status).toBe(201)
  return (await response.json()) as Share
}

export const revoke = (app: FreshApp, { id }: Share) =>
  fetch(`${app.url}/api/shares/${id}`, { method: 'DELETE' })
