import 'server-only'
import { createHash } from 'node:crypto'
import type { ByteSpan, MediaKey, Storage } from './storage'

export type CopyOptions = {
  from: Storage
  to: Storage
  key: MediaKey
  /** Removes the file from where it was, once its copy is verified. */
  remove?: boolean
}

/** `present`: was there already, byte for byte; `gone`: was removed before its turn came. */
export type CopyOutcome = { kind: 'copied' | 'present' | 'gone'; bytes: number }

/**
 * Copies one file and compares, by SHA-256, what both sides give back. May be killed at any moment and
 * called again: what arrived stays. Throws when the copy is not the same, and keeps none then.
 */
export async function copyMedia({ from, to, key, remove }: CopyOptions): Promise<CopyOutcome> {
  const source = await digest(from, key)
  if (!source) return { kind: 'gone', bytes: 0 }

  const present = (await to.head(key))?.bytes === source.bytes && (await isSame(to, key, source))
  if (present) await to.discard(key)
  else {
    await transfer(from, to, key, source)
    if (!(await isSame(to, key, source))) {
      await to.remove(key)
      throw new Error(`The copy of ${key} is not what it was made from`)
    }
  }
  if (remove) await from.remove(key)
  return { kind: present ? 'present' : 'copied', bytes: source.bytes }
}

type Digest = { bytes: number; sha256: string }

/** The note beside the partial is the hash of the whole: only a part of these very bytes is continued. */
async function transfer(
  from: Storage,
  to: Storage,
  key: MediaKey,
  { bytes, sha256 }: Digest,
): Promise<void> {
  const partial = await to.partial(key)
  const continues = partial?.note === sha256
  if (!continues) await to.begin(key, sha256)
  const offset = continues ? partial.bytes : 0
  if (offset < bytes) await to.append(key, offset, await bytesOf(from, key, offset, bytes))
  await to.commit(key, bytes)
}

async function bytesOf(storage: Storage, key: MediaKey, start: number, bytes: number) {
  const span: ByteSpan = { start, end: bytes - 1 }
  const stream = await storage.read(key, span)
  if (!stream) throw new Error(`${key} was removed while it was being copied`)
  return stream
}

async function isSame(storage: Storage, key: MediaKey, { sha256 }: Digest): Promise<boolean> {
  return (await digest(storage, key))?.sha256 === sha256
}

async function digest(storage: Storage, key: MediaKey): Promise<Digest | null> {
  const stream = await storage.read(key)
  if (!stream) return null
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of stream) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { bytes, sha256: hash.digest('hex') }
}
