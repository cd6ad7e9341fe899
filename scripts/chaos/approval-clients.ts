import { createHash, randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { mediaSchema } from '@/lib/schemas/media'
import type { Clients } from './clients'

/** One intent: a clip of items that must be approved first. Its key is its prompt. */
export type Wanted = {
  key: string
  acknowledged: boolean
  /** Refused by our API, because an item it shares could not be approved. */
  refused: boolean
  /** SHA-256 of its items, in the order of the input. */
  sha256: string[]
}

/** Submissions of items with this in their name are taken, and the answer is dropped. */
export const unanswered = 'unanswered'

/** What becomes of every so many items; all others are approved. */
function nameOf(key: string, count: number): string {
  if (count % 7 === 3) return `${key}-reject.png`
  return count % 7 === 5 ? `${key}-${unanswered}.png` : `${key}.png`
}

/**
 * Clients that bring a picture, ask for a clip of it as soon as it is approved, and behave as browsers
 * do: the same bytes and the same key again until there is an answer. Every third clip also takes the
 * item of the one before it.
 */
export function startApprovalClients(address: string, count: number): Clients<Wanted> {
  const asked: Wanted[] = []
  let stopped = false

  async function client(): Promise<void> {
    let before: Item | null = null
    while (!stopped) {
      const key = crypto.randomUUID()
      const one: Wanted = { key, acknowledged: false, refused: false, sha256: [] }
      const number = asked.push(one)
      const file = await newPicture(nameOf(key, number))
      const item = await persist(() => bring(address, file))
      if (!item) return
      const items = before && number % 3 === 0 ? [item, before] : [item]
      one.sha256 = items.map(({ sha256 }) => sha256)
      const answer = await persist(() => want(address, key, items))
      one.acknowledged = answer === 'taken'
      one.refused = answer === 'refused'
      before = item
    }
  }

  async function persist<Answer>(work: () => Promise<Answer | null>): Promise<Answer | null> {
    while (!stopped) {
      const answer = await work().catch(() => null)
      if (answer !== null) return answer
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
    return null
  }

  const running = Promise.all(Array.from({ length: count }, client))
  return {
    asked: () => asked,
    async stop() {
      stopped = true
      await running
      return asked
    },
  }
}

type Picture = { name: string; bytes: Buffer<ArrayBuffer> }
type Item = { reference: string; sha256: string }

/** Large enough for the library, and like no other. */
async function newPicture(name: string): Promise<Picture> {
  const raw = { width: 8, height: 8, channels: 3 } as const
  const encoded = await sharp(randomBytes(8 * 8 * 3), { raw })
    .resize(320, 320)
    .png()
    .toBuffer()
  return { name, bytes: Buffer.from(encoded) }
}

async function bring(address: string, { name, bytes }: Picture): Promise<Item | null> {
  const form = new FormData()
  form.append('file', new Blob([bytes], { type: 'image/png' }), name)
  const response = await fetch(`${address}/api/media`, { method: 'POST', body: form })
  if (!response.ok) return null
  const { reference } = mediaSchema.parse(await response.json())
  return { reference, sha256: createHash('sha256').update(bytes).digest('hex') }
}

async function want(
  address: string,
  key: string,
  items: readonly Item[],
): Promise<'taken' | 'refused' | null> {
  const images = items.map(({ reference }) => reference)
  const response = await fetch(`${address}/api/tasks`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': key,
      'wait-for-approval': 'true',
    },
    body: JSON.stringify({ model: 'sd2_mx_720p', prompt: key, duration: 4, images }),
  })
  await response.text()
  if (response.status === 422) return 'refused'
  return response.ok ? 'taken' : null
}
