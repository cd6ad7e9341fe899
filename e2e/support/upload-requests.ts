import type { Page, Request, Route } from '@playwright/test'
import { s3Url } from './addresses'

/**
 * Answers each request that carries a file's bytes with `act`, by the file's name: one to our server,
 * or, where files are kept in a bucket, one to the bucket, and to our server where that one failed.
 */
export async function onUpload(
  page: Page,
  act: (route: Route, name: string) => Promise<void>,
): Promise<void> {
  const places = new Map<string, string>()
  await page.route('**/api/media/uploads', async (route) => {
    const response = await route.fetch()
    const { url }: { url: string } = await response.json()
    const { name }: { name: string } = route.request().postDataJSON()
    places.set(new URL(url).pathname, name)
    await route.fulfill({ response })
  })
  await page.route(`${s3Url}/**`, async (route) => {
    const request = route.request()
    if (request.method() !== 'PUT') return route.continue()
    await act(route, found(places.get(new URL(request.url()).pathname)))
  })
  await page.route('**/api/media', async (route) => {
    const request = route.request()
    if (request.method() !== 'POST') return route.continue()
    await act(route, nameInForm(request))
  })
}

function nameInForm(request: Request): string {
  const [, name] = /filename="([^"]*)"/.exec(request.postData() ?? '') ?? []
  return found(name)
}

function found(name: string | undefined): string {
  if (name === undefined) throw new Error('These are the bytes of an unknown file.')
  return name
}
