import type { ByteSpan, MediaKey, Storage } from './storage'

export function pattern(length: number): Buffer {
  return Buffer.from(Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8)) & 255))
}

export function* inChunks(bytes: Buffer, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

export async function* broken(...first: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* first
  throw new Error('broken')
}

/** A source that is pushed by hand; `push` resolves once the chunk was taken and the next one asked for. */
export function valve(): {
  source: AsyncGenerator<Uint8Array>
  push(chunk: Uint8Array): Promise<void>
  end(): void
} {
  const turns: ((chunk: Uint8Array | null) => void)[] = []
  const asked: (() => void)[] = []
  const nextTurn = () =>
    new Promise<Uint8Array | null>((resolve) => {
      turns.push(resolve)
      asked.shift()?.()
    })
  const ready = () =>
    turns.length > 0 ? Promise.resolve() : new Promise<void>((resolve) => asked.push(resolve))

  async function* source(): AsyncGenerator<Uint8Array> {
    for (let chunk = await nextTurn(); chunk; chunk = await nextTurn()) yield chunk
  }
  return {
    source: source(),
    async push(chunk) {
      await ready()
      turns.shift()?.(chunk)
      await ready()
    },
    end: () => turns.shift()?.(null),
  }
}

export async function content(storage: Storage, key: MediaKey, span?: ByteSpan): Promise<Buffer> {
  const stream = await storage.read(key, span)
  if (!stream) throw new Error('nothing is stored there')
  return Buffer.from(await new Response(stream).arrayBuffer())
}
