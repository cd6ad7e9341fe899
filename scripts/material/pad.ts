import { open, readFile, stat, truncate, writeFile } from 'node:fs/promises'

/** Makes a file exactly so heavy with parts that its format has readers skip. */
export async function padTo(file: string, type: string, bytes: number): Promise<void> {
  const { size } = await stat(file)
  const missing = bytes - size
  if (missing === 0) return
  if (type === 'image/jpeg') return padJpeg(file, missing)
  if (type === 'audio/wav') return padWave(file, size, bytes)
  if (missing < 8) throw new Error(`${file} has ${size} bytes already`)
  const header = Buffer.alloc(8)
  header.writeUInt32BE(missing)
  header.write('free', 4, 'latin1')
  await append(file, size, header)
  await truncate(file, bytes)
}

/** Application segments after the first marker, each of 64 KB at most. */
async function padJpeg(file: string, missing: number): Promise<void> {
  const picture = await readFile(file)
  const segments: Buffer[] = []
  for (let left = missing; left > 0;) {
    const whole = left <= 65_537 ? left : Math.min(65_537, left - 4)
    if (whole < 4) throw new Error('A segment has at least four bytes')
    const segment = Buffer.alloc(whole)
    segment.writeUInt16BE(0xffef)
    segment.writeUInt16BE(whole - 2, 2)
    segments.push(segment)
    left -= whole
  }
  await writeFile(file, Buffer.concat([picture.subarray(0, 2), ...segments, picture.subarray(2)]))
}

/** Chunks are even in length, which is not counted: an odd sum takes one byte off the last one's body. */
async function padWave(file: string, size: number, bytes: number): Promise<void> {
  const header = Buffer.alloc(8)
  header.write('JUNK', 'latin1')
  header.writeUInt32LE(bytes - size - 8, 4)
  await append(file, size, header)
  await truncate(file, bytes)
  const sum = Buffer.alloc(4)
  sum.writeUInt32LE(bytes - 8)
  await append(file, 4, sum)
}

async function append(file: string, at: number, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.write(bytes, 0, bytes.length, at)
  } finally {
    await handle.close()
  }
}
