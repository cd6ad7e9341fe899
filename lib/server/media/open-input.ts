import 'server-only'
import { CustomSource, Input, type InputFormat } from 'mediabunny'
import type { MediaKey, Storage } from './storage'

/**
 * A stored file as mediabunny reads it: span by span, 4 MiB of it in memory at most. Null when there
 * is no such file. `dispose()` it in the end.
 */
export async function openInput(
  storage: Storage,
  key: MediaKey,
  formats: InputFormat[],
): Promise<Input | null> {
  const stored = await storage.head(key)
  if (!stored) return null
  return new Input({
    formats,
    source: new CustomSource({
      getSize: () => stored.bytes,
      read: async (start, end) => {
        const stream = await storage.read(key, { start, end: end - 1 })
        if (!stream) throw new Error('The file was removed while it was being read')
        return stream
      },
      prefetchProfile: 'fileSystem',
      maxCacheSize: 4 * 1024 * 1024,
      // Reads run ahead; one that fails after the last question was answered concerns nobody.
      handleUnhandledError: () => undefined,
    }),
  })
}
