import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundled } from '../bundled'
import { startS3, type S3Server } from '../s3/s3-server'
import { storageKinds, type StorageKind } from '../storage-kind'
import { syntheticVideo } from './video-server'

const mib = 1024 * 1024
const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const piece = 32 * 1024
const etag = '"v1"'

let folder: string
let s3: S3Server
let program: Awaited<ReturnType<typeof bundled>>

beforeAll(async () => {
  program = await bundled('tests/archive/archive-child.ts')
  folder = await mkdtemp(path.join(tmpdir(), 'dailies-kill-'))
  s3 = await startS3()
})
afterAll(async () => {
  await s3.close()
  await rm(folder, { recursive: true })
  await rm(program.folder, { recursive: true })
})

/** Where the program stores, as it is told, and what is there in the end. */
const places = {
  local: {
    argument: () => folder,
    stored: (key: string) => readFile(path.join(folder, key)),
    length: 64 * mib,
  },
  s3: {
    argument: () => JSON.stringify(s3.settings),
    stored: async (key: string) => s3.store.objects.get(key)!.bytes,
    // What is held of a part is lost with the process: a kill costs more bytes than on a disk.
    length: 128 * mib,
  },
}

/**
 * Serves videos by their names, with at most `inFlight` bytes underway, told by `held` how far the client is, and
 * counts every byte it let go of. Buffers of this machine's loopback take megabytes; a real network
 * of 100 Mbit/s and 10 ms has about 128 KiB underway, and that much a killed process does lose.
 */
async function startServer(inFlight: number, videos: Record<string, Buffer>) {
  const sockets = new Set<Socket>()
  let held = 0
  let wake = () => {}
  const server = createServer(async (request, response) => {
    const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
    const video = videos[path.basename(request.url ?? '')] ?? Buffer.alloc(0)
    const total = video.length
    response.writeHead(start > 0 ? 206 : 200, {
      etag,
      'content-length': total - start,
      ...(start > 0 && { 'content-range': `bytes ${start}-${total - 1}/${total}` }),
    })
    held = start
    response.on('close', () => wake())
    for (let at = start; at < total && !response.destroyed;) {
      const end = Math.min(held + inFlight, at + piece, total)
      if (end > at) response.write(video.subarray(at, end))
      else await new Promise<void>((resolve) => (wake = resolve))
      at = Math.max(at, end)
    }
    response.end()
  })
  server.on('connection', (socket) => sockets.add(socket))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    urls: Object.keys(videos).map(
      (name) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}`,
    ),
    bytesSent: () => [...sockets].reduce((sum, socket) => sum + socket.bytesWritten, 0),
    holds(bytes: number) {
      held = bytes
      wake()
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

type Line = { held?: number; outcome?: unknown; grown?: number }

/** Runs the program until it ends, or kills it once it holds `killAt` bytes; its last line. */
async function archiveInChild(
  server: Awaited<ReturnType<typeof startServer>>,
  kind: StorageKind,
  killAt = Infinity,
): Promise<Line> {
  const child = spawn(
    process.execPath,
    ['--expose-gc', program.file, places[kind].argument(), ...server.urls],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const ended = once(child, 'close')
  let last: Line = {}
  for await (const line of createInterface(child.stdout)) {
    last = JSON.parse(line) as Line
    if (last.held === undefined) continue
    server.holds(last.held)
    if (last.held >= killAt) child.kill('SIGKILL')
  }
  await ended
  return last
}

describe.each(storageKinds)('on %s', (kind) => {
  test('twenty kills in one download cost few more bytes, and none of the video', async () => {
    const kills = 20
    const key = 'killed-clip.mp4'
    const { length, stored } = places[kind]
    const video = syntheticVideo(length)
    const server = await startServer(128 * 1024, { [key]: video })
    for (let kill = 1; kill <= kills; kill += 1) {
      const killAt = (length * kill) / (kills + 1)
      const { outcome } = await archiveInChild(server, kind, killAt)
      expect(outcome).toBeUndefined()
    }
    const { outcome } = await archiveInChild(server, kind)
    const sent = server.bytesSent()
    await server.close()

    const sha256 = sha256Of(video)
    expect(outcome).toEqual({ kind: 'saved', bytes: length, sha256, contentType: 'video/mp4' })
    expect(sha256Of(await stored(key))).toBe(sha256)
    expect(sent / length).toBeLessThanOrEqual(1.05)
  }, 240_000)

  test('a copy holds a few pieces of the video in memory', async () => {
    const video = syntheticVideo(64 * mib)
    const server = await startServer(4 * mib, { 'large-clip.mp4': video })
    const { outcome, grown } = await archiveInChild(server, kind)
    await server.close()
    expect(outcome).toMatchObject({ kind: 'saved', sha256: sha256Of(video) })
    expect(grown).toBeGreaterThan(0)
    expect(grown).toBeLessThanOrEqual(16 * mib)
  }, 120_000)
})
