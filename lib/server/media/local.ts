import 'server-only'
import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { orNull, statFile } from './stat-file'
import { streamFile } from './stream-file'
import {
  isMediaKey,
  type ByteSource,
  type MediaKey,
  type Storage,
  type StoredMedia,
} from './storage'

/**
 * Storage in one folder of this machine's disk. Everything that is not a whole file has a `~` in
 * its name, which no key can have.
 */
export function createLocalStorage(folder: string): Storage {
  const wholePath = (key: MediaKey) => path.join(folder, key)
  const partialPath = (key: MediaKey) => path.join(folder, `${key}~partial`)
  const notePath = (key: MediaKey) => path.join(folder, `${key}~note`)

  async function discard(key: MediaKey): Promise<void> {
    await rm(partialPath(key), { force: true })
    await rm(notePath(key), { force: true })
  }

  async function publish(from: string, key: MediaKey): Promise<StoredMedia> {
    await rename(from, wholePath(key))
    await discard(key)
    await syncFolder(folder)
    const stored = await statFile(wholePath(key))
    if (!stored) throw new Error('A file vanished while it was being stored')
    return stored
  }

  return {
    head: (key) => statFile(wholePath(key)),
    read: (key, span) => streamFile(wholePath(key), span),
    readPartial: (key, span) => streamFile(partialPath(key), span),

    async write(key, source) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const temporary = path.join(folder, `${key}~${randomUUID()}`)
      try {
        await fill(temporary, 'wx', 0, source)
        return await publish(temporary, key)
      } catch (error) {
        await rm(temporary, { force: true })
        throw error
      }
    },

    async withFile(key, borrow) {
      return (await statFile(wholePath(key))) ? borrow(wholePath(key)) : null
    },

    async remove(key) {
      await discard(key)
      await rm(wholePath(key), { force: true })
    },

    async *keys() {
      for (const name of (await orNull(readdir(folder))) ?? []) {
        if (isMediaKey(name)) yield name
      }
    },

    signedUrl: async () => null,
    signedUpload: async () => null,

    async partial(key) {
      const stored = await statFile(partialPath(key))
      const note = stored && (await orNull(readFile(notePath(key), 'utf8')))
      return stored && note !== null ? { bytes: stored.bytes, note } : null
    },

    async begin(key, note) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await rm(partialPath(key), { force: true })
      await writeFile(notePath(key), note)
      await writeFile(partialPath(key), '', { flag: 'wx' })
    },

    discard,

    append: (key, offset, source) => fill(partialPath(key), 'r+', offset, source),

    async commit(key, bytes) {
      const held = await statFile(partialPath(key))
      if (held?.bytes !== bytes) throw new Error('The partial does not have the size expected')
      return publish(partialPath(key), key)
    },
  }
}

/** Cuts a file to `offset`, adds the source and makes the result durable; returns the new size. */
async function fill(
  file: string,
  flags: 'wx' | 'r+',
  offset: number,
  source: ByteSource,
): Promise<number> {
  const handle = await open(file, flags)
  try {
    const { size } = await handle.stat()
    if (offset > size) throw new RangeError('An append would leave a hole')
    await handle.truncate(offset)
    let position = offset
    for await (const chunk of source) {
      for (let done = 0; done < chunk.length;) {
        const { bytesWritten } = await handle.write(chunk, done, chunk.length - done, position)
        done += bytesWritten
        position += bytesWritten
      }
    }
    await handle.sync()
    return position
  } finally {
    await handle.close()
  }
}

/** A rename lasts through a power cut only once its folder is synced; Windows has no such call. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
