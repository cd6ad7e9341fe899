import * as z from 'zod/mini'
import { errorBodySchema, type ErrorBody } from '@/lib/schemas/error'
import { mediaListSchema, mediaSchema, type Media } from '@/lib/schemas/media'
import type { TestApp } from './app'
import { formOf, picture } from './media-files'

export type Bytes = Uint8Array<ArrayBuffer>

/** A small picture, another one for each seed. */
export async function png(seed: number, width = 32, height = 24): Promise<Bytes> {
  return Buffer.from(await picture(width, height, seed).png().toBuffer())
}

export async function item(response: Response): Promise<Media> {
  return z.parse(mediaSchema, await response.json())
}

export async function errorOf(response: Response): Promise<ErrorBody['error']> {
  return z.parse(errorBodySchema, await response.json()).error
}

/** The first complaint about a field. */
export async function complaint(response: Response, field: string) {
  return (await errorOf(response)).fields?.[field]?.[0]
}

export function post(app: TestApp, bytes: Bytes, name: string, fields = {}): Promise<Response> {
  return app.request('POST', '/api/media', { body: formOf(bytes, name, fields) })
}

/** The same for a file that must be taken. */
export async function upload(app: TestApp, bytes: Bytes, name: string, fields = {}) {
  const response = await post(app, bytes, name, fields)
  if (!response.ok) throw new Error(`${name} was refused: ${await response.text()}`)
  return item(response)
}

export async function list(app: TestApp, search: string): Promise<Media[]> {
  const response = await app.request('GET', `/api/media${search}`)
  return z.parse(mediaListSchema, await response.json()).data
}

/** What lies in storage, thumbnails too. */
export async function stored({ context }: TestApp): Promise<string[]> {
  const keys: string[] = []
  for await (const key of context.storage.keys()) keys.push(key)
  return keys.sort()
}
