/** A file that must not be taken in, and under what name it comes. */
export type HostileFile = { what: string; name: string; bytes: Uint8Array<ArrayBuffer> }

export const latin = (text: string): Buffer<ArrayBuffer> => Buffer.from(text, 'latin1')

export const joined = (...parts: (string | Uint8Array)[]): Buffer<ArrayBuffer> =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? latin(part) : part)))

export const uint32 = (value: number): Buffer<ArrayBuffer> => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** ISO/IEC 14496-12 §4.2; `size` when it shall lie. */
export function box(
  type: string,
  content: string | Uint8Array = '',
  size = content.length + 8,
): Buffer<ArrayBuffer> {
  return joined(uint32(size), type, content)
}

export const ftyp = box('ftyp', 'isom\0\0\x02\0isomiso2mp41')

/** Bytes without a pattern, the same for the same seed. */
export function noise(length: number, seed = 1): Buffer<ArrayBuffer> {
  const bytes = Buffer.alloc(length)
  let state = seed * 2_654_435_761
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    bytes[at] = state >>> 24
  }
  return bytes
}
