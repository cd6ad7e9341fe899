import { execFile } from 'node:child_process'
import { crc32 } from 'node:zlib'
import { promisify } from 'node:util'

export type ReadEntry = { name: string; bytes: Buffer }

/**
 * The entries of an archive by its central directory, written from APPNOTE.TXT and owing nothing to the
 * writer: stored entries only, each checked against its sizes, its local header and its CRC-32.
 */
export function readZip(zip: Buffer): ReadEntry[] {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0) throw new Error('There is no end of central directory')
  let at = zip.readUInt32LE(end + 16)
  return Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error(`No central header at ${at}`)
    const [flags, method, crc, size, whole] = [
      zip.readUInt16LE(at + 8),
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 16),
      zip.readUInt32LE(at + 20),
      zip.readUInt32LE(at + 24),
    ]
    const [nameLength, extra, comment] = [28, 30, 32].map((more) => zip.readUInt16LE(at + more))
    const local = zip.readUInt32LE(at + 42)
    const raw = zip.subarray(at + 46, at + 46 + nameLength!)
    at += 46 + nameLength! + extra! + comment!
    if (method !== 0 || size !== whole) throw new Error('An entry is not stored')
    if ((flags & 0x800) === 0) throw new Error('A name is not flagged as UTF-8')
    if (zip.readUInt32LE(local) !== 0x04034b50) throw new Error(`No local header at ${local}`)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const bytes = zip.subarray(start, start + size)
    if (
      !zip
        .subarray(local + 30)
        .subarray(0, nameLength)
        .equals(raw)
    ) {
      throw new Error('A local name differs')
    }
    if (crc32(bytes) !== crc) throw new Error('A checksum differs')
    return { name: new TextDecoder('utf-8', { fatal: true }).decode(raw), bytes }
  })
}

/** What `unzip -t` says; null where there is no unzip. */
export async function unzipTest(file: string): Promise<{ code: number; output: string } | null> {
  return promisify(execFile)('unzip', ['-t', file]).then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    (error: NodeJS.ErrnoException & { stdout?: string }) => {
      if (error.code === 'ENOENT') return null
      return { code: Number(error.code), output: error.stdout ?? '' }
    },
  )
}
