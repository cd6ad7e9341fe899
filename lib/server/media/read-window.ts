import 'server-only'
import type { ReadAt } from './whole-video'

const windowBytes = 64 * 1024

/** The same bytes, fetched a window at a time, for readers that go forward in small steps. */
export function readInWindows(readAt: ReadAt): ReadAt {
  let from = 0
  let held: Uint8Array = new Uint8Array()
  return async (start, length) => {
    if (start < from || start + length > from + held.length) {
      from = start
      held = await readAt(start, Math.max(length, windowBytes))
    }
    return held.subarray(start - from, start - from + length)
  }
}
