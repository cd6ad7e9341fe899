import type { Media } from '@/lib/schemas/media'
import { api, readAnswer, unanswered } from './api'

/** Where a file that this browser made came from. */
export type MadeFrom = { origin: 'frame'; made_from_media?: string; made_from_task?: string }

type SendOptions = {
  made?: MadeFrom | undefined
  /** Whether the storage takes files straight from the browser. */
  direct: boolean
  /** Bytes that have left so far. */
  onSent: (bytes: number) => void
  /** All bytes have left: the server is reading them. */
  onChecking: () => void
  signal: AbortSignal
}

type Direct = { id: string; url: string; method: string; headers: Record<string, string> }

/** Uploads one file and answers with the item it became. Throws `ApiError`, or the abort of `signal`. */
export async function sendFile(file: File, options: SendOptions): Promise<Media> {
  const { made, direct, signal } = options
  if (direct && made === undefined) {
    const body = { name: file.name, bytes: file.size, type: file.type }
    const to = await api<Direct>('/api/media/uploads', { method: 'POST', body, signal })
    await transfer(to.method, to.url, to.headers, file, options)
    options.onChecking()
    return api<Media>(`/api/media/uploads/${to.id}/complete`, { method: 'POST', signal })
  }
  const form = new FormData()
  for (const [name, value] of Object.entries(made ?? {})) form.set(name, value)
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
