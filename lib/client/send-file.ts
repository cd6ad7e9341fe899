import type { Media } from '@/lib/schemas/media'
import { api, ApiError, readAnswer, unanswered } from './api'
import { isDirect, setDirectUploads } from './direct-uploads'

/** Where a file that this browser made came from. */
export type MadeFrom = { origin: 'frame'; made_from_media?: string; made_from_task?: string }

type SendOptions = {
  made?: MadeFrom
  /** Bytes that have left so far. */
  onSent: (bytes: number) => void
  /** All bytes have left: the server is reading them. */
  onChecking: () => void
  signal: AbortSignal
}

type Place = { id: string; url: string; method: string; headers: Record<string, string> }

/**
 * Uploads one file and answers with the item it became. A bucket that this browser cannot reach is
 * not tried again: the file then goes through our server. Throws `ApiError`, or the abort of `signal`.
 */
export async function sendFile(file: File, options: SendOptions): Promise<Media> {
  if (!isDirect() || options.made !== undefined) return sendThroughUs(file, options)
  const body = { name: file.name, bytes: file.size, type: file.type }
  const { signal } = options
  const place = await api<Place>('/api/media/uploads', { method: 'POST', body, signal })
  try {
    await transfer(place.method, place.url, place.headers, file, options)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    setDirectUploads(false)
    return sendThroughUs(file, options)
  }
  return api<Media>(`/api/media/uploads/${place.id}/complete`, { method: 'POST', signal })
}

async function sendThroughUs(file: File, options: SendOptions): Promise<Media> {
  const form = new FormData()
  for (const [name, value] of Object.entries(options.made ?? {})) form.set(name, value)
  form.set('file', file)
  const { status, text } = await transfer('POST', '/api/media', {}, form, options)
  return readAnswer<Media>(status, text)
}

/** One request whose upload is watched, which `fetch` cannot do. */
function transfer(
  method: string,
  url: string,
  headers: Record<string, string>,
  body: File | FormData,
  { onSent, onChecking, signal }: SendOptions,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method, url)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded }) => onSent(loaded)
    request.upload.onload = onChecking
    request.onload = () => {
      const { status, responseText: text } = request
      const ours = body instanceof FormData
      if (ours || (status >= 200 && status < 300)) resolve({ status, text })
      else reject(unanswered(`The storage answered ${status}`))
    }
    request.onerror = () => reject(unanswered('The server could not be reached'))
    request.onabort = () => reject(signal.reason)
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(body)
  })
}
