import { afterEach, describe, expect, it, vi } from 'vitest'
import { api, ApiError } from './api'

function answerWith(body: string | null, status: number): void {
  vi.stubGlobal('fetch', async () => new Response(body, { status }))
}

const asked = () => api<unknown>('/api/anything').catch((error: unknown) => error)

afterEach(() => vi.unstubAllGlobals())

describe('api', () => {
  it.each([
    ['JSON', '{"id":"a"}', 200, { id: 'a' }],
    ['nothing', null, 204, null],
  ])('hands on %s', async (_, body, status, expected) => {
    answerWith(body, status)
    expect(await asked()).toEqual(expected)
  })

  it('reads the error envelope', async () => {
    const fields = { duration: [{ code: 'too_long', message: 'Too long', params: { max: 12 } }] }
    const error = { code: 'invalid_input', message: 'No', fields, retry_after: 3 }
    answerWith(JSON.stringify({ error }), 422)
    const thrown = await asked()
    expect(thrown).toBeInstanceOf(ApiError)
    expect(thrown).toMatchObject({
      code: 'invalid_input',
      message: 'No',
      status: 422,
      fields,
      retryAfter: 3,
    })
  })

  it.each([
    ['a page of a proxy', '<html>Bad gateway</html>', 502],
    ['a page with status 200', '<html></html>', 200],
    ['another envelope', '{"error":"no"}', 500],
    ['a list', '[]', 500],
  ])('does not take %s for an answer of ours', async (_, body, status) => {
    answerWith(body, status)
    expect(await asked()).toMatchObject({ code: 'bad_answer', status, fields: undefined })
  })

  it('drops complaints that cannot be read and keeps the others', async () => {
    const fields = { ratio: [7, { code: 'odd' }], images: 'none' }
    answerWith(JSON.stringify({ error: { code: 'invalid_input', fields } }), 422)
    expect(await asked()).toMatchObject({
      message: 'invalid_input',
      fields: { ratio: [{ code: 'odd', message: 'odd', params: {} }], images: [] },
    })
  })

  it('says when no answer came', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('refused')))
    expect(await asked()).toMatchObject({ code: 'network', status: 0 })
  })

  it('lets an abort through as it is', async () => {
    const aborted = new DOMException('gone', 'AbortError')
    vi.stubGlobal('fetch', () => Promise.reject(aborted))
    const signal = AbortSignal.abort()
    await expect(api('/api/anything', { signal })).rejects.toBe(aborted)
  })
})
