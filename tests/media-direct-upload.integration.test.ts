import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { mediaUploadPlaceSchema } from '@/lib/schemas/media-upload'
import { createTestApp, type TestApp } from './app'
import { complaint, item, png, stored } from './media-api'

let app: TestApp

beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

describe('POST /api/media/uploads', () => {
  const file = { name: 'clip.mp4', bytes: 1000, type: 'video/mp4' }

  it('has no place to offer where files are kept on this machine', async () => {
    const local = await createTestApp({ storage: 'local' })
    const response = await local.request('POST', '/api/media/uploads', { body: file })
    expect(response.status).toBe(409)
    await local.close()
  })

  it('says no to a file over the limit before it is sent', async () => {
    const body = { ...file, bytes: 2 ** 40 }
    const response = await app.request('POST', '/api/media/uploads', { body })
    expect(response.status).toBe(413)
    expect(await complaint(response, 'file')).toMatchObject({ code: 'file_too_large' })
  })

  it.each(['guess', 'eyJrZXkiOiJ1cGxvYWQtYSJ9.AAAA', 'a.b.c'])('knows no upload %j', async (id) => {
    expect((await app.request('POST', `/api/media/uploads/${id}/complete`)).status).toBe(404)
  })

  it('takes a file that was sent to the bucket, and empties the place', async () => {
    const bucket = await createTestApp({ storage: 's3' })
    const pictureBytes = Buffer.from(await png(9, 40, 30))
    const post = (path: string, body?: unknown) => bucket.request('POST', path, { body })
    const asked = { name: '../cup.jpg', bytes: pictureBytes.length, type: 'image/jpeg' }
    const opened = await post('/api/media/uploads', asked)
    expect(opened.status).toBe(201)
    const place = z.parse(mediaUploadPlaceSchema, await opened.json())

    const early = await post(`/api/media/uploads/${place.id}/complete`)
    expect(early.status).toBe(404)

    const { method, headers } = place
    expect((await fetch(place.url, { method, headers, body: pictureBytes })).status).toBe(200)
    const completed = await post(`/api/media/uploads/${place.id}/complete`)
    expect(completed.status).toBe(201)
    const media = await item(completed)
    expect(media).toMatchObject({ name: 'cup.png', type: 'image/png', width: 40, height: 30 })
    const content = await bucket.request('GET', media.content_url)
    expect(Buffer.from(await content.arrayBuffer()).equals(pictureBytes)).toBe(true)

    const again = await post(`/api/media/uploads/${place.id}/complete`)
    expect(again.status).toBe(200)
    expect(await item(again)).toEqual(media)

    // The place is still open, and what comes there now is nobody's.
    const later = new Uint8Array(pictureBytes.length)
    expect((await fetch(place.url, { method, headers, body: later })).status).toBe(200)
    expect(await item(await post(`/api/media/uploads/${place.id}/complete`))).toEqual(media)

    const keys = await stored(bucket)
    expect(keys.filter((key) => !key.startsWith('media-'))).toEqual([])
    await bucket.close()
  })

  it('answers all who complete one upload at once with one item', async () => {
    const bucket = await createTestApp({ storage: 's3' })
    const body = Buffer.from(await png(10))
    const asked = { name: 'cup.png', bytes: body.length, type: 'image/png' }
    const opened = await bucket.request('POST', '/api/media/uploads', { body: asked })
    const { id, url, method, headers } = z.parse(mediaUploadPlaceSchema, await opened.json())
    await fetch(url, { method, headers, body })
    const complete = () => bucket.request('POST', `/api/media/uploads/${id}/complete`)
    const answers = await Promise.all([1, 2, 3, 4].map(complete))
    const ids = await Promise.all(answers.map(async (answer) => (await item(answer)).id))
    expect(new Set(ids).size).toBe(1)
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201])
    expect(await stored(bucket)).toHaveLength(2)
    await bucket.close()
  })
})
