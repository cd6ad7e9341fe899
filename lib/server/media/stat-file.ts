import 'server-only'
import { stat } from 'node:fs/promises'
import type { StoredMedia } from './storage'

/** Size and date of a plain file; null when there is none. */
export async function statFile(path: string): Promise<StoredMedia | null> {
  const found = await orNull(stat(path))
  return found?.isFile() ? { bytes: found.size, modifiedAt: found.mtime } : null
}

/** Turns "no such file" into null and passes every other fault on. */
export async function orNull<T>(result: Promise<T>): Promise<T | null> {
  try {
    return await result
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
