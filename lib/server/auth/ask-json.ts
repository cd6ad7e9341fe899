import 'server-only'
import type { Egress } from '@/lib/server/egress'

type Form = { form: URLSearchParams; headers: Record<string, string> }

/** What a provider answers, which must be JSON of a reasonable size. */
export async function askJson(egress: Egress, url: string, post?: Form): Promise<unknown> {
  const { status, body } = await egress.request(url, {
    timeouts: { total: 10_000 },
    maxBytes: 256 * 1024,
    headers: { accept: 'application/json' },
    ...(post && {
      method: 'POST',
      body: post.form.toString(),
      headers: {
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
        ...post.headers,
      },
    }),
  })
  const chunks: Uint8Array[] = []
  for await (const chunk of body) chunks.push(chunk)
  if (status !== 200) throw new Error(`${new URL(url).host} answered ${status}`)
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}
