import { openAsBlob } from 'node:fs'
import path from 'node:path'
import * as z from 'zod/mini'
import { mediaSchema, type Media } from '@/lib/schemas/media'
import { realise, type Wish } from '@/scripts/material/realise'
import type { TestApp } from './app'

/** Makes the file of a wish and brings it in through `POST /api/media`. */
export async function bringIn(app: TestApp, wish: Wish): Promise<Media> {
  return send(app, await realise(wish))
}

export async function send(app: TestApp, file: string): Promise<Media> {
  return sendBlob(app, await openAsBlob(file), path.basename(file))
}

export function sendBytes(app: TestApp, bytes: Buffer): Promise<Media> {
  return sendBlob(app, new Blob([new Uint8Array(bytes)]), 'bytes')
}

async function sendBlob(app: TestApp, blob: Blob, name: string): Promise<Media> {
  const form = new FormData()
  form.append('file', blob, name)
  const response = await app.request('POST', '/api/media', { body: form })
  const text = await response.text()
  if (!response.ok) throw new Error(`${name}: ${response.status} ${text}`)
  return z.parse(mediaSchema, JSON.parse(text))
}
