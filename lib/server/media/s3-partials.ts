import 'server-only'
import { randomUUID } from 'node:crypto'
import * as z from 'zod/mini'
import { inBlocks } from './in-blocks'
import type { S3Client } from './s3-client'
import { streamObject } from './s3-stream'
import type { ByteSpan, MediaKey, PartialMedia, Storage } from './storage'
import { streamOf } from './stream-of'

type PartialMethods = 'partial' | 'begin' | 'append' | 'readPartial' | 'discard'

/**
 * Partials in a bucket, where nothing can be appended to. A partial is a note and a run of chunks, each
 * an object named by where it begins:
 *
 *     ~{key}~note                      who writes, and the writer's own note
 *     ~{key}~{generation}~{start}      bytes from there on
 *
 * A chunk counts when it begins where the one before it ends. Each object appears whole or not at all,
 * so that whatever moment a process dies at, a run from zero remains. To begin anew is to write another
 * generation into the note: whoever still writes the former one writes what nobody reads.
 */
export type S3Partials = Pick<Storage, PartialMethods> & {
  /** Runs through all bytes; throws when they are not exactly `bytes`. */
  whole(key: MediaKey, bytes: number): Promise<() => AsyncIterable<Uint8Array>>
}

/** A killed process loses at most one chunk: a quarter of a megabyte, or a small part of what is held. */
const leastChunk = 256 * 1024
const mostChunk = 4 * 1024 ** 2
const chunkSize = (held: number) => Math.min(Math.max(leastChunk, held / 512), mostChunk)

/** Deletions under way at once. */
const width = 8

const noteSchema = z.object({ generation: z.uuid(), note: z.string() })

type Chunk = { name: string; start: number; end: number }
type Run = { prefix: string; note: string; chunks: Chunk[]; bytes: number }

export function createS3Partials(client: S3Client): S3Partials {
  const everything = (key: MediaKey) => `~${key}~`
  const noteName = (key: MediaKey) => `~${key}~note`
  const chunksOf = (key: MediaKey, generation: string) => `~${key}~${generation}~`
  const chunkName = (prefix: string, start: number) => prefix + String(start).padStart(13, '0')

  async function readRun(key: MediaKey): Promise<Run | null> {
    const stream = await streamObject(client, noteName(key))
    if (!stream) return null
    const { generation, note } = z.parse(noteSchema, await new Response(stream).json())
    const prefix = chunksOf(key, generation)
    const chunks: Chunk[] = []
    let bytes = 0
    for await (const object of client.list(prefix)) {
      const start = Number(object.name.slice(prefix.length))
      if (start !== bytes) continue
      bytes += object.bytes
      chunks.push({ name: object.name, start, end: bytes })
    }
    return { prefix, note, chunks, bytes }
  }

  async function openRun(key: MediaKey): Promise<Run> {
    const run = await readRun(key)
    if (!run) throw new Error('No partial has begun')
    return run
  }

  /** From the last chunk back, so that what remains is a run at every moment. */
  async function cut({ chunks }: Run, offset: number): Promise<void> {
    for (const { name, start, end } of chunks.toReversed()) {
      if (end <= offset) return
      if (start >= offset) await client.delete(name)
      else await client.put(name, await bytesOf(name, offset - start))
    }
  }

  async function bytesOf(name: string, length: number): Promise<Uint8Array> {
    const stream = await streamObject(client, name, { start: 0, end: length - 1 })
    return new Uint8Array(await new Response(stream).arrayBuffer())
  }

  async function* readChunks(
    chunks: Chunk[],
    span: ByteSpan,
  ): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for (const { name, start, end } of chunks) {
      if (end <= span.start || start > span.end) continue
      const part = {
        start: Math.max(span.start - start, 0),
        end: Math.min(span.end, end - 1) - start,
      }
      const stream = await streamObject(client, name, part)
      if (!stream) throw new Error('A partial was removed while it was being read')
      yield* stream
    }
  }

  async function remove(key: MediaKey, spare: string | null): Promise<void> {
    const names: string[] = []
    for await (const { name } of client.list(everything(key))) {
      if (spare === null || (name !== noteName(key) && !name.startsWith(spare))) names.push(name)
    }
    while (names.length > 0) {
      await Promise.all(names.splice(0, width).map((name) => client.delete(name)))
    }
  }

  return {
    async partial(key): Promise<PartialMedia | null> {
      const run = await readRun(key)
      return run && { bytes: run.bytes, note: run.note }
    },

    async begin(key, note) {
      const generation = randomUUID()
      await client.put(noteName(key), Buffer.from(JSON.stringify({ generation, note })))
      await remove(key, chunksOf(key, generation))
    },

    async append(key, offset, source) {
      const run = await openRun(key)
      if (offset > run.bytes) throw new RangeError('An append would leave a hole')
      await cut(run, offset)

      const faults: unknown[] = []
      async function* arriving() {
        try {
          yield* source
        } catch (error) {
          faults.push(error)
        }
      }
      let position = offset
      for await (const block of inBlocks(arriving(), () => chunkSize(position))) {
        await client.put(chunkName(run.prefix, position), block)
        position += block.length
      }
      if (faults.length > 0) throw faults[0]
      return position
    },

    async readPartial(key, span = { start: 0, end: Infinity }) {
      const run = await readRun(key)
      return run && streamOf(readChunks(run.chunks, span))
    },

    async whole(key, bytes) {
      const run = await openRun(key)
      if (run.bytes !== bytes) throw new Error('The partial does not have the size expected')
      return () => readChunks(run.chunks, { start: 0, end: bytes })
    },

    async discard(key) {
      // The note first: without it there is no partial, whatever is left of the chunks.
      await client.delete(noteName(key))
      await remove(key, null)
    },
  }
}
